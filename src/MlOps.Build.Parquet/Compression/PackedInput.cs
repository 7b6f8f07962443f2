namespace MlOps.Build.Parquet.Compression;

/// <summary>Takes parts of a bounded size from a stream.</summary>
internal sealed class PackedInput(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;

    /// <summary>Where the next byte stands in the stream.</summary>
    public long Position { get; private set; }

    public bool AtEnd => !Have(1);

    /// <summary>The next bytes, until the next call; at most as many as the buffer has.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (!Have(count))
            Faults.Page($"it is cut off: {count} bytes more should follow, and {_end - _start} do");
        var taken = _buffer.AsSpan(_start, count);
        _start += count;
        Position += count;
        return taken;
    }

    /// <summary>The next bytes, as many as the first of them says.</summary>
    public ReadOnlySpan<byte> TakeWhole(Func<byte, int> size) => Have(1) ? Take(size(_buffer[_start])) : Take(1);

    public void Skip(long count)
    {
        for (var left = count; left > 0;)
        {
            var part = (int)Math.Min(left, _buffer.Length);
            Take(part);
            left -= part;
        }
    }

    private bool Have(int count)
    {
        if (_end - _start >= count)
            return true;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (_end < count && stream.Read(_buffer, _end, _buffer.Length - _end) is > 0 and var read)
            _end += read;
        return _end >= count;
    }
}
