namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// The bytes of a block, the one before it and some after it. Around them is room for vector loads; what lies behind a file's end is 0.
/// </summary>
internal sealed class BlockBuffer(int blockSize)
{
    /// <summary>Index of the block's first byte.</summary>
    public const int From = 64;

    private const int Behind = 128;
    private readonly int _overlap = Math.Clamp(blockSize / 64, 16, 4096);
    private DataBytes? _file;
    private long _start;

    public byte[] Bytes { get; private set; } = new byte[From + blockSize + Math.Clamp(blockSize / 64, 16, 4096) + Behind];

    /// <summary>Index after the block's last byte.</summary>
    public int To { get; private set; }

    /// <summary>Index after the last byte read.</summary>
    public int End { get; private set; }

    public bool AtFileEnd => _start + (End - From) >= _file!.Length;

    public void Load(DataBytes file, long start, long end)
    {
        (_file, _start) = (file, start);
        To = From + (int)(end - start);
        var before = start > 0 ? 1 : 0;
        Bytes[From - 1] = 0;
        End = From - before + file.Read(start - before, Bytes.AsSpan(From - before, To - From + before + _overlap));
        if (End < To)
            throw new ShortenedFileException(file.Name);
        Bytes.AsSpan(End, Behind).Clear();
    }

    /// <summary>Reads on.</summary>
    public void ReadMore()
    {
        var more = (int)Math.Min(Math.Max(_overlap, End - From), _file!.Length - _start - (End - From));
        if (End + more + Behind > Bytes.Length)
        {
            var larger = new byte[End + more + Behind];
            Bytes.AsSpan(0, End).CopyTo(larger);
            Bytes = larger;
        }

        var read = _file.Read(_start + (End - From), Bytes.AsSpan(End, more));
        if (read < more)
            throw new ShortenedFileException(_file.Name);
        End += more;
        Bytes.AsSpan(End, Behind).Clear();
    }

    /// <summary>Whether the characters that begin in the block are UTF-8.</summary>
    public bool IsUtf8()
    {
        var from = CharacterStart(From);
        return System.Text.Unicode.Utf8.IsValid(Bytes.AsSpan(from, Math.Max(CharacterStart(To) - from, 0)));
    }

    // A character that a border cuts belongs to the block before.
    private int CharacterStart(int at)
    {
        if (Bytes[at - 1] < 0x80)
            return at;
        var start = at;
        while (start < End && start - at < 3 && (Bytes[start] & 0xC0) == 0x80)
            start++;
        return start;
    }
}
