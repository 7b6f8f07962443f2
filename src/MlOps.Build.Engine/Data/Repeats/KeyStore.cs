namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>Keys in parts by their highest bits, so that each part can be searched for repeats in a core's own cache.</summary>
internal sealed class KeyStore
{
    public const int Parts = 128;

    private const int Shift = 57;
    private const int Chunk = 512;
    private readonly List<ulong[]>[] _chunks = new List<ulong[]>[Parts];
    private readonly int[] _counts = new int[Parts];

    public KeyStore()
    {
        for (var part = 0; part < Parts; part++)
            _chunks[part] = [];
    }

    public long Count { get; private set; }

    public int CountOf(int part) => _counts[part];

    public void Add(ulong spread)
    {
        var part = (int)(spread >> Shift);
        var count = _counts[part]++;
        if (count % Chunk == 0)
            _chunks[part].Add(new ulong[Chunk]);
        _chunks[part][count / Chunk][count % Chunk] = spread;
        Count++;
    }

    /// <summary>Adds the keys of a part that occur more than once, here or in what the set has seen before.</summary>
    public void FindRepeats(int part, KeyRange range, KeySet seen, KeySet repeated)
    {
        for (var i = 0; i < _counts[part]; i++)
        {
            var key = _chunks[part][i / Chunk][i % Chunk];
            if (range.Contains(key) && !seen.Add(key))
                repeated.Add(key);
        }
    }

    /// <summary>The keys of a range, in a store of its own.</summary>
    public KeyStore Within(KeyRange range)
    {
        var kept = new KeyStore();
        for (var part = 0; part < Parts; part++)
        {
            for (var i = 0; i < _counts[part]; i++)
            {
                if (range.Contains(_chunks[part][i / Chunk][i % Chunk]))
                    kept.Add(_chunks[part][i / Chunk][i % Chunk]);
            }

            _chunks[part].Clear();
        }

        return kept;
    }
}
