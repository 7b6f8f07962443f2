using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Tells pipes, sockets and devices from files before they are opened: to open a pipe that nobody writes to never ends. Linux only, like <see cref="FileInode"/>.</summary>
internal static partial class FileKind
{
    private const int CurrentFolder = -100;
    private const uint KindWanted = 1;
    private const int ModeOffset = 28;
    private const int KindMask = 0xF000;
    private const int StructureSize = 256;

    /// <exception cref="IOException">There is something at the path that is neither file nor folder; links are followed.</exception>
    public static void Check(string absolutePath)
    {
        if (OperatingSystem.IsLinux() && Special(absolutePath) is { } kind)
            throw new IOException($"it is a {kind}, not a file. Write what it gives to a file, and name that.");
    }

    // linux/stat.h: S_IFIFO, S_IFSOCK, S_IFCHR, S_IFBLK.
    private static string? Special(string path) => Mode(path) switch
    {
        0x1000 => "named pipe",
        0xC000 => "socket",
        0x2000 or 0x6000 => "device",
        _ => null,
    };

    private static int Mode(string path)
    {
        try
        {
            Span<byte> buffer = stackalloc byte[StructureSize];
            return Statx(CurrentFolder, path, 0, KindWanted, ref MemoryMarshal.GetReference(buffer)) == 0
                ? BinaryPrimitives.ReadUInt16LittleEndian(buffer[ModeOffset..]) & KindMask
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
