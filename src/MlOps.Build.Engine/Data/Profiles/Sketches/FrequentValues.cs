using System.Runtime.InteropServices;

namespace MlOps.Build.Engine.Data.Profiles.Sketches;

/// <summary>
/// Counts of values by hash: exact within a capacity, beyond it the Space-Saving algorithm (Metwally, Agrawal and El Abbadi, 2005): a new value
/// takes the place and the count of the rarest, which is then the most by which its count is too large.
/// </summary>
internal sealed class FrequentValues(int capacity)
{
    private readonly PriorityQueue<ulong, long> _rarest = new();
    private Dictionary<ulong, Entry> _entries = [];

    public int Count => _entries.Count;

    /// <summary>True when a value had to give way: counts are then at most too large by <see cref="Error"/>.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>The most by which a count is too large, and the most often that a value which is not known can occur.</summary>
    public long Error { get; private set; }

    public IEnumerable<ulong> Hashes => _entries.Keys;

    /// <summary>Called before the first value gives way, while all are known.</summary>
    public Action<FrequentValues>? Overflowing { get; set; }

    /// <param name="hash">Of the value.</param>
    /// <param name="count">How often it occurs, 1 or more.</param>
    /// <param name="text">Says what it is called, when it is new; may give null when nobody knows.</param>
    public void Add(ulong hash, long count, Func<string?> text)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, hash);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref entry))
        {
            entry.Count += count;
            return;
        }

        var error = _entries.Count < capacity ? 0 : GiveWay();
        _entries[hash] = new Entry { Count = count + error, Error = error, Text = text() };
        if (Overflowed)
            _rarest.Enqueue(hash, count + error);
    }

    /// <summary>What values are called is taken over where this did not know it.</summary>
    public void Merge(FrequentValues other)
    {
        if (!Overflowed && (other.Overflowed || _entries.Keys.Union(other._entries.Keys).Skip(capacity).Any()))
            Overflow();
        var merged = new Dictionary<ulong, Entry>();
        foreach (var hash in _entries.Keys.Union(other._entries.Keys))
        {
            var (mine, theirs) = (Get(hash), other.Get(hash));
            merged[hash] = new Entry { Count = mine.Count + theirs.Count, Error = mine.Error + theirs.Error, Text = mine.Text ?? theirs.Text };
        }

        var kept = merged.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key).ToList();
        Error = Math.Max(Error + other.Error, kept.Count > capacity ? kept[capacity].Value.Count : 0);
        _entries = kept.Take(capacity).ToDictionary();
        Rebuild();
    }

    /// <summary>The most frequent values whose names are known; where there are more than ten, those that occur once are left out.</summary>
    public IReadOnlyList<(string Text, long Count)> Top(int most)
    {
        var least = _entries.Count > 10 ? 2 : 1;
        return [.. _entries.Values.Where(entry => entry.Text is not null && entry.Count - entry.Error >= least)
            .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Text, StringComparer.Ordinal)
            .Take(most).Select(entry => (entry.Text!, entry.Count))];
    }

    /// <summary>What all values are called, in order; none when there are more than so many.</summary>
    public IReadOnlyList<string> Texts(int most) =>
        _entries.Count > most ? [] : [.. _entries.Values.Select(entry => entry.Text).OfType<string>().Order(StringComparer.Ordinal)];

    public string Write()
    {
        var bytes = new List<byte>();
        VariableInts.Add(bytes, Overflowed ? 1u : 0u);
        VariableInts.Add(bytes, (ulong)Error);
        foreach (var (hash, entry) in _entries.OrderBy(pair => pair.Key))
        {
            bytes.AddRange(BitConverter.GetBytes(hash));
            VariableInts.Add(bytes, (ulong)entry.Count);
            VariableInts.Add(bytes, (ulong)entry.Error);
        }

        return Convert.ToBase64String([.. bytes]);
    }

    /// <summary>Null when the text is not what <see cref="Write"/> wrote.</summary>
    public static FrequentValues? Read(string text, int capacity, IReadOnlyDictionary<ulong, string> names)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var written))
            return null;
        ReadOnlySpan<byte> rest = bytes.AsSpan(0, written);
        if (VariableInts.Take(ref rest) is not { } overflowed || VariableInts.Take(ref rest) is not { } bound || bound > long.MaxValue)
            return null;
        var values = new FrequentValues(capacity) { Overflowed = overflowed == 1, Error = (long)bound };
        while (rest.Length > 0)
        {
            if (rest.Length < 10)
                return null;
            var hash = BitConverter.ToUInt64(rest);
            rest = rest[8..];
            if (VariableInts.Take(ref rest) is not { } count || VariableInts.Take(ref rest) is not { } error || count is 0 or > long.MaxValue || error >= count)
                return null;
            values._entries[hash] = new Entry { Count = (long)count, Error = (long)error, Text = names.GetValueOrDefault(hash) };
        }

        if (values.Count > capacity)
            return null;
        values.Rebuild();
        return values;
    }

    private long GiveWay()
    {
        if (!Overflowed)
        {
            Overflow();
            Rebuild();
        }

        while (true)
        {
            _rarest.TryDequeue(out var hash, out var seen);
            var count = _entries[hash].Count;
            if (count == seen)
            {
                _entries.Remove(hash);
                return Error = Math.Max(Error, count);
            }

            _rarest.Enqueue(hash, count);
        }
    }

    private void Overflow()
    {
        Overflowing?.Invoke(this);
        Overflowed = true;
    }

    private void Rebuild()
    {
        _rarest.Clear();
        if (Overflowed)
            _rarest.EnqueueRange(_entries.OrderBy(pair => pair.Value.Count).ThenBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value.Count)));
    }

    // A value that is not known may have been seen as often as the error says.
    private Entry Get(ulong hash) => _entries.TryGetValue(hash, out var entry) ? entry : new Entry { Count = Error, Error = Error };

    private struct Entry
    {
        public long Count;
        public long Error;
        public string? Text;
    }
}
