using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The first values in order, as many as a person reads in a result; the verdict looks at all.</summary>
internal sealed class FirstEntries
{
    private const int Listed = 1000;
    private readonly List<TallyEntry> _entries = [];
    private bool _isFull;

    /// <summary>Ascending.</summary>
    public IReadOnlyList<TallyEntry> Entries
    {
        get
        {
            Trim();
            return _entries;
        }
    }

    public void Add(IEnumerable<TallyEntry> entries)
    {
        foreach (var entry in entries)
        {
            // Once there are enough, the last of the sorted ones is a bound.
            if (_isFull && TallyEntry.Compare(entry, _entries[Listed - 1]) > 0)
                continue;
            _entries.Add(entry);
            if (_entries.Count == 2 * Listed)
                Trim();
        }
    }

    private void Trim()
    {
        _entries.Sort(TallyEntry.Compare);
        if (_entries.Count > Listed)
            _entries.RemoveRange(Listed, _entries.Count - Listed);
        _isFull = _entries.Count == Listed;
    }
}
