using System.Buffers.Binary;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>Tells pipes, sockets and devices from files before they are opened: to open a pipe that nobody writes to never ends. Linux only.</summary>
internal static class FileKind
{
    private const uint Wanted = 1;
    private const int ModeOffset = 28;
    private const int KindMask = 0xF000;

    /// <exception cref="IOException">There is something at the path that is neither file nor folder; links are followed.</exception>
    public static void Check(string absolutePath)
    {
        if (Special(absolutePath) is { } kind)
            throw new IOException($"it is a {kind}, not a file. Write what it gives to a file, and name that.");
    }

    /// <summary>True when nothing is known that forbids to open the path.</summary>
    public static bool MayBeOpened(string absolutePath) => Special(absolutePath) is null;

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
        Span<byte> status = stackalloc byte[FileStatus.Size];
        return FileStatus.Read(path, Wanted, status) ? BinaryPrimitives.ReadUInt16LittleEndian(status[ModeOffset..]) & KindMask : 0;
    }
}
