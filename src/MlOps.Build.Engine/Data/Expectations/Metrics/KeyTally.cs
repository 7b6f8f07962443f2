using System.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Counts of 64-bit keys, by open addressing with linear probing.</summary>
internal sealed class KeyTally
{
    // 2^64 over the golden ratio: Fibonacci hashing spreads keys that lie close together.
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const uint Scatter = 0x9E3779B1;
    private long[] _keys = new long[16];
    private long[] _counts = new long[16];

    /// <summary>The number of different keys.</summary>
    public int Count { get; private set; }

    public void Add(long key, long count)
    {
        if (Count * 2 >= _keys.Length)
            Grow();
        var slot = Find(key);
        if (_counts[slot] == 0)
        {
            _keys[slot] = key;
            Count++;
        }

        _counts[slot] += count;
    }

    public void Add(KeyTally other)
    {
        // In the order of slots the keys would come by their hash, and crowd together while this table is smaller.
        var mask = other._keys.Length - 1;
        for (var i = 0; i <= mask; i++)
        {
            var slot = (int)((uint)i * Scatter) & mask;
            if (other._counts[slot] > 0)
                Add(other._keys[slot], other._counts[slot]);
        }
    }

    /// <summary>Those whose spread keys are in a range, in a tally of their own.</summary>
    public KeyTally Within(Repeats.KeyRange range)
    {
        var kept = new KeyTally { _keys = new long[_keys.Length], _counts = new long[_keys.Length] };
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_counts[slot] > 0 && range.Contains(Repeats.KeyHash.Spread((ulong)_keys[slot])))
                kept.Add(_keys[slot], _counts[slot]);
        }

        return kept;
    }

    /// <summary>In no order.</summary>
    public IEnumerable<TallyEntry> Each()
    {
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_counts[slot] > 0)
                yield return new TallyEntry(_keys[slot], null, _counts[slot]);
        }
    }

    /// <summary>By key, ascending.</summary>
    public TallyEntry[] Sorted()
    {
        var entries = new TallyEntry[Count];
        var next = 0;
        for (var slot = 0; slot < _keys.Length; slot++)
        {
            if (_counts[slot] > 0)
                entries[next++] = new TallyEntry(_keys[slot], null, _counts[slot]);
        }

        Array.Sort(entries, (left, right) => left.Key.CompareTo(right.Key));
        return entries;
    }

    private int Find(long key)
    {
        var mask = _keys.Length - 1;
        var slot = (int)(((ulong)key * Multiplier) >> (64 - BitOperations.Log2((uint)_keys.Length)));
        while (_counts[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var (keys, counts) = (_keys, _counts);
        (_keys, _counts) = (new long[keys.Length * 2], new long[keys.Length * 2]);
        for (var old = 0; old < keys.Length; old++)
        {
            if (counts[old] == 0)
                continue;
            var slot = Find(keys[old]);
            (_keys[slot], _counts[slot]) = (keys[old], counts[old]);
        }
    }
}
