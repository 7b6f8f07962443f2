using System.Globalization;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What tells that a file is the one seen before, without reading it.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Modified">UTC ticks of its last change.</param>
/// <param name="Inode">Its number on the volume; 0 where the system has none that is cheap to ask for.</param>
internal readonly record struct FileIdentity(long Bytes, long Modified, ulong Inode)
{
    /// <summary>The identity of an existing file; null when there is none.</summary>
    public static FileIdentity? Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileIdentity(file.Length, file.LastWriteTimeUtc.Ticks, FileInode.Of(file.FullName)) : null;
    }

    /// <summary>Three numbers, separated by spaces.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bytes} {Modified} {Inode}");
}
