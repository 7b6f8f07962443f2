using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>
/// A file's inode, which the framework does not give. Linux only: <c>statx</c> has one layout on every architecture
/// (linux/stat.h), <c>stat</c> has not. Elsewhere size and time have to do.
/// </summary>
internal static partial class FileInode
{
    private const int CurrentFolder = -100;
    private const uint InodeWanted = 0x100;
    private const int InodeOffset = 32;
    private const int StructureSize = 256;

    /// <summary>The inode; 0 when it cannot be had.</summary>
    public static ulong Of(string absolutePath)
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        try
        {
            Span<byte> buffer = stackalloc byte[StructureSize];
            return Statx(CurrentFolder, absolutePath, 0, InodeWanted, ref MemoryMarshal.GetReference(buffer)) == 0
                ? BinaryPrimitives.ReadUInt64LittleEndian(buffer[InodeOffset..])
                : 0;
        }
        catch (EntryPointNotFoundException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte buffer);
}
