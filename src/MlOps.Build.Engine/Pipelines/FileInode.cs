using System.Buffers.Binary;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>A file's inode, which the framework does not give. Linux only; elsewhere size and time have to do.</summary>
internal static class FileInode
{
    private const uint Wanted = 0x100;
    private const int Offset = 32;

    /// <summary>The inode; 0 when it cannot be had.</summary>
    public static ulong Of(string absolutePath)
    {
        Span<byte> status = stackalloc byte[FileStatus.Size];
        return FileStatus.Read(absolutePath, Wanted, status) ? BinaryPrimitives.ReadUInt64LittleEndian(status[Offset..]) : 0;
    }
}
