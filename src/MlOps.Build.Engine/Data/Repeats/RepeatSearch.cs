
namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>
/// Looks for rows that repeat a value or a key. The first reading, which other checks share, tells whether there are any; only then others
/// follow that find out which. Within a budget of keys, beyond which more readings take the rest.
/// </summary>
internal sealed class RepeatSearch(RepeatQuestion question, int budget = RepeatSearch.DefaultBudget)
{
    // 8 bytes each, and once more while they are compared.
    public const int DefaultBudget = 1 << 25;
    private readonly List<KeyCollector> _collectors = [];
    private readonly Lock _lock = new();

    public RepeatQuestion Question => question;

    /// <summary>Keys that occur more than once.</summary>
    public KeySet Repeated { get; } = new();

    /// <summary>What no reading has looked at yet; null when there is nothing left.</summary>
    public KeyRange? Left { get; private set; } = KeyRange.All;

    /// <summary>What collects keys of one thread of the next reading.</summary>
    public KeyCollector Collector(int threads)
    {
        var collector = new KeyCollector(question, Left!.Value, Math.Max(1, budget / threads));
        lock (_lock)
            _collectors.Add(collector);
        return collector;
    }

    /// <summary>Looks at what a reading collected.</summary>
    public void Conclude()
    {
        if (_collectors.Count > 0 && _collectors.TrueForAll(collector => collector.Bitmap is not null && collector.Store.Count == 0))
        {
            ConcludeBitmaps();
            Left = null;
        }
        else
        {
            ConcludeStores();
        }

        _collectors.Clear();
    }

    private void ConcludeBitmaps()
    {
        for (var i = 1; i < _collectors.Count; i++)
            _collectors[0].Bitmap!.Merge(_collectors[i].Bitmap!);
        foreach (var key in _collectors[0].Bitmap!.Repeated())
            Repeated.Add(KeyHash.Spread(key));
    }

    private void ConcludeStores()
    {
        var range = Left!.Value;
        foreach (var collector in _collectors)
        {
            collector.Spread();
            if (collector.Range.Last < range.Last)
                range = collector.Range;
        }

        var seen = new KeySet();
        for (var part = 0; part < KeyStore.Parts; part++)
        {
            seen.Clear();
            foreach (var collector in _collectors)
                collector.Store.FindRepeats(part, range, seen, Repeated);
        }

        Left = range.Last < ulong.MaxValue ? new KeyRange(range.Last + 1, ulong.MaxValue) : null;
    }
}
