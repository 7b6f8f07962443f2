namespace MlOps.Build.Parquet.Columns;

/// <summary>Texts one after the other.</summary>
/// <param name="mostBytes">The limit of their bytes together.</param>
internal sealed class TextBuffer(int mostBytes)
{
    /// <summary>The most that any buffer takes.</summary>
    public const int Most = 1 << 30;

    private byte[] _content = new byte[256];
    private int[] _ends = new int[64];
    private int _length;

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Content => _content.AsMemory(0, _length);

    public ReadOnlyMemory<int> Ends => _ends.AsMemory(0, Count);

    public ReadOnlySpan<byte> Entry(int index)
    {
        var start = index == 0 ? 0 : _ends[index - 1];
        return _content.AsSpan(start, _ends[index] - start);
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        Commit(text.Length);
    }

    /// <summary>Appends a text that starts as the last one did.</summary>
    public void Append(int prefixLength, ReadOnlySpan<byte> suffix)
    {
        var room = Room(prefixLength + (long)suffix.Length);
        if (prefixLength > 0)
            Entry(Count - 1)[..prefixLength].CopyTo(room);
        suffix.CopyTo(room[prefixLength..]);
        Commit(prefixLength + suffix.Length);
    }

    /// <summary>Room behind the last text; <see cref="Commit"/> makes a text of it.</summary>
    public Span<byte> Room(long bytes)
    {
        if (bytes > Math.Min(mostBytes, Most) - (long)_length)
            Faults.Limit($"the texts of one row group have more than {mostBytes} bytes, the most that is read; write smaller row groups");
        if (_content.Length - _length < bytes)
            Array.Resize(ref _content, (int)Math.Min(Array.MaxLength, Math.Max(_content.Length * 2L, _length + bytes)));
        return _content.AsSpan(_length);
    }

    public void Commit(int bytes)
    {
        if (Count == _ends.Length)
            Array.Resize(ref _ends, _ends.Length * 2);
        _length += bytes;
        _ends[Count++] = _length;
    }
}
