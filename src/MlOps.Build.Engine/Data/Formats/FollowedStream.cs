namespace MlOps.Build.Engine.Data.Formats;

/// <summary>A stream with some bytes after its end.</summary>
internal sealed class FollowedStream(Stream first, byte[] after) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (first.Read(buffer) is > 0 and var read)
            return read;
        var rest = Math.Min(buffer.Length, after.Length - _at);
        after.AsSpan(_at, rest).CopyTo(buffer);
        _at += rest;
        return rest;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
