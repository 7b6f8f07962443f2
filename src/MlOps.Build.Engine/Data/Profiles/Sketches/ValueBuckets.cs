using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Data.Profiles.Sketches;

/// <summary>
/// Counts by value, and beyond 4,096 different values by ranges that halve the precision as often as it takes to stay within them. Which ranges
/// these are depends on the values alone: neither on their order nor on how they were divided into parts. Ranks stay exact, so a quantile is
/// known to lie in its range.
/// </summary>
internal sealed class ValueBuckets
{
    public const int Budget = 4096;

    private const int MostLevels = 63;

    private Dictionary<ulong, long> _counts = [];

    /// <summary>The low bits that are dropped; 0 while every value has a count of its own.</summary>
    public int Level { get; private set; }

    public int Count => _counts.Count;

    public long Total { get; private set; }

    /// <summary>Called before the first range replaces values, with all of them.</summary>
    public Action<IReadOnlyDictionary<ulong, long>>? Overflowing { get; set; }

    public void Add(ulong bits, long count = 1)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, bits >> Level, out _) += count;
        Total += count;
        if (_counts.Count > Budget)
            Coarsen();
    }

    /// <summary>True when both together do not keep a count for every value.</summary>
    public bool OverflowsWith(ValueBuckets other) =>
        Level > 0 || other.Level > 0 || Count + other._counts.Keys.Count(key => !_counts.ContainsKey(key)) > Budget;

    public void Merge(ValueBuckets other)
    {
        while (Level < other.Level)
            Halve();
        foreach (var (key, count) in other._counts)
            Add(key << other.Level, count);
    }

    /// <summary>The ranges in ascending order.</summary>
    public IReadOnlyList<(ulong Low, ulong High, long Count)> Sorted() =>
        [.. _counts.OrderBy(pair => pair.Key).Select(pair => (pair.Key << Level, (pair.Key << Level) | ((1UL << Level) - 1), pair.Value))];

    public string Write()
    {
        var (bytes, before) = (new List<byte>(), 0UL);
        foreach (var (key, count) in _counts.OrderBy(pair => pair.Key))
        {
            VariableInts.Add(bytes, key - before);
            VariableInts.Add(bytes, (ulong)count);
            before = key;
        }

        return Convert.ToBase64String([.. bytes]);
    }

    /// <summary>Null when the text is not what <see cref="Write"/> wrote.</summary>
    public static ValueBuckets? Read(string text, int level)
    {
        var bytes = new byte[text.Length];
        if (level is < 0 or > MostLevels || !Convert.TryFromBase64String(text, bytes, out var written))
            return null;
        ReadOnlySpan<byte> rest = bytes.AsSpan(0, written);
        var (buckets, key) = (new ValueBuckets { Level = level }, 0UL);
        while (rest.Length > 0)
        {
            if (VariableInts.Take(ref rest) is not { } step || VariableInts.Take(ref rest) is not { } count
                || count is 0 or > long.MaxValue || (step == 0 && buckets.Count > 0) || key + step < key || key + step > ulong.MaxValue >> level)
            {
                return null;
            }

            key += step;
            buckets._counts[key] = (long)count;
            buckets.Total += (long)count;
        }

        return buckets.Count <= Budget && buckets.Total >= 0 ? buckets : null;
    }

    private void Coarsen()
    {
        while (_counts.Count > Budget)
            Halve();
    }

    private void Halve()
    {
        if (Level == 0)
            Overflowing?.Invoke(_counts);
        var halved = new Dictionary<ulong, long>(_counts.Count);
        foreach (var (key, count) in _counts)
            CollectionsMarshal.GetValueRefOrAddDefault(halved, key >> 1, out _) += count;
        (_counts, Level) = (halved, Level + 1);
    }
}
