using Microsoft.Win32.SafeHandles;

namespace MlOps.Build.Parquet.Sources;

/// <summary>A file.</summary>
internal sealed class FileByteSource : ByteSource
{
    private readonly SafeFileHandle _handle;

    public FileByteSource(string path)
    {
        _handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(_handle);
    }

    public override long Length { get; }

    public override void Read(long offset, Span<byte> target)
    {
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(_handle, target, offset);
            if (read == 0)
                FailShort(target.Length);
            offset += read;
            target = target[read..];
        }
    }

    public override void Dispose() => _handle.Dispose();
}
