namespace MlOps.Build.Engine.Data.Reading;

/// <summary>A data file that is in memory.</summary>
internal sealed class MemoryBytes(string name, byte[] bytes) : DataBytes(name)
{
    public override long Length => bytes.Length;

    public override int Read(long offset, Span<byte> buffer)
    {
        var count = (int)Math.Clamp(bytes.Length - offset, 0, buffer.Length);
        bytes.AsSpan((int)Math.Min(offset, bytes.Length), count).CopyTo(buffer);
        return count;
    }
}
