using MlOps.Build.Parquet.Compression;

namespace MlOps.Build.Parquet;

/// <summary>
/// Reads Zstandard (RFC 8878), which .NET 10 does not bring: one or more frames of any size and skippable frames, without a dictionary. Content sizes and
/// checksums are checked; what is cut off or damaged ends in an <see cref="InvalidDataException"/> whose message is a reason without an end.
/// </summary>
public sealed class ZstdStream : Stream
{
    /// <summary>The zstd tool's own limit: 128 MiB and a byte.</summary>
    public const int DefaultWindow = (1 << 27) + 1;

    private const int MostWindow = 1 << 30;
    private readonly ZstdFrames _frames;
    private ReadOnlyMemory<byte> _content;
    private bool _ended;

    /// <summary>Reads from a stream, which stays open.</summary>
    /// <param name="packed">What is unpacked.</param>
    /// <param name="largestWindow">How far back content may refer, in bytes, at most 1 GiB: so much memory and a quarter may be taken.</param>
    public ZstdStream(Stream packed, int largestWindow = DefaultWindow)
    {
        ArgumentNullException.ThrowIfNull(packed);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(largestWindow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(largestWindow, MostWindow);
        _frames = new ZstdFrames(packed, largestWindow);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The stream is cut off, damaged, or asks for a dictionary or too large a window.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_content.IsEmpty && !_ended && buffer.Length > 0)
            Next();
        var count = Math.Min(buffer.Length, _content.Length);
        _content.Span[..count].CopyTo(buffer);
        _content = _content[count..];
        return count;
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _frames.Dispose();
        base.Dispose(disposing);
    }

    private void Next()
    {
        try
        {
            var next = _frames.Next();
            _ended = next is null;
            _content = next ?? default;
        }
        catch (ParquetFault fault)
        {
            throw new InvalidDataException($"byte {_frames.Position}: {fault.Message}");
        }
    }
}
