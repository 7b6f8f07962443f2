namespace MlOps.Build.Parquet.Sources;

/// <summary>A stream that can seek; one thread reads at a time.</summary>
internal sealed class StreamByteSource(Stream stream) : ByteSource
{
    private readonly Lock _lock = new();

    public override long Length { get; } = stream.Length;

    public override void Read(long offset, Span<byte> target)
    {
        lock (_lock)
        {
            stream.Position = offset;
            var read = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
            if (read < target.Length)
                FailShort(target.Length - read);
        }
    }

    public override void Dispose() => stream.Dispose();
}
