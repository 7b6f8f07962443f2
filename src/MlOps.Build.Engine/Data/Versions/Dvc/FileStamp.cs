using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What the file system knows of a file without reading it.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Modified">UTC ticks of its last change.</param>
/// <param name="Inode">Its number on the volume; 0 where the system has none that is cheap to ask for.</param>
/// <param name="IsExecutable">True when somebody may run it.</param>
internal readonly partial record struct FileStamp(long Bytes, long Modified, ulong Inode, bool IsExecutable)
{
    private const int CurrentFolder = -100;
    private const uint Wanted = 0x7FF;
    private const int StructureSize = 256;
    private const int ModeOffset = 28;
    private const int InodeOffset = 32;
    private const int SizeOffset = 40;
    private const int ModifiedOffset = 112;
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int ExecuteBits = 0x49;

    /// <summary>The stamp of a file, links followed; null when there is no file.</summary>
    public static FileStamp? Of(string absolutePath) => OperatingSystem.IsLinux() ? OfLinux(absolutePath) : OfAny(absolutePath);

    /// <summary>True when the file is so fresh that another change could leave the same stamp.</summary>
    public bool IsFresh => DateTime.UtcNow.Ticks - Modified < TimeSpan.TicksPerMillisecond * 100;

    // One call for all of it; statx has one layout on every architecture (linux/stat.h).
    private static FileStamp? OfLinux(string path)
    {
        Span<byte> buffer = stackalloc byte[StructureSize];
        if (Statx(CurrentFolder, path, 0, Wanted, ref MemoryMarshal.GetReference(buffer)) != 0)
            return null;
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(buffer[ModeOffset..]);
        if ((mode & KindMask) != RegularFile)
            return null;
        var seconds = BinaryPrimitives.ReadInt64LittleEndian(buffer[ModifiedOffset..]);
        var nanoseconds = BinaryPrimitives.ReadUInt32LittleEndian(buffer[(ModifiedOffset + sizeof(long))..]);
        return new FileStamp(
            BinaryPrimitives.ReadInt64LittleEndian(buffer[SizeOffset..]),
            DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / 100),
            BinaryPrimitives.ReadUInt64LittleEndian(buffer[InodeOffset..]),
            (mode & ExecuteBits) != 0);
    }

    private static FileStamp? OfAny(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return null;
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks, 0, !OperatingSystem.IsWindows() && (file.UnixFileMode & Execute) != 0);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte buffer);
}
