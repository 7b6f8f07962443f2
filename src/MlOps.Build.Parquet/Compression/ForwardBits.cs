namespace MlOps.Build.Parquet.Compression;

/// <summary>Reads bits from the start, lowest first; at most 24 at once.</summary>
internal ref struct ForwardBits(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private int _bit;

    public readonly int Peek(int count)
    {
        var value = 0u;
        for (var i = 0; i < 4; i++)
        {
            var at = (_bit >> 3) + i;
            value |= (at < _content.Length ? (uint)_content[at] : 0) << (8 * i);
        }

        return (int)(value >> (_bit & 7) & ((1u << count) - 1));
    }

    public void Drop(int count) => _bit += count;

    public int Read(int count)
    {
        var value = Peek(count);
        Drop(count);
        return value;
    }

    /// <summary>The bytes touched so far.</summary>
    public readonly int BytesRead()
    {
        var bytes = (_bit + 7) / 8;
        if (bytes > _content.Length)
            Faults.Page("a table of zstd ends early");
        return bytes;
    }
}
