using System.Numerics;

namespace MlOps.Build.Engine.Data.Expectations.Metrics;

/// <summary>Counts of byte strings, by open addressing with linear probing. The strings lie one after another in chunks.</summary>
/// <param name="range">The spread keys of the strings that are counted; others are passed over.</param>
internal sealed class BytesTally(Repeats.KeyRange range)
{
    private const int ChunkSize = 1 << 18;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private readonly List<byte[]> _chunks = [];
    private readonly List<Entry> _entries = [];
    private int[] _slots = new int[16];
    private int _used = ChunkSize;

    /// <summary>The number of different strings.</summary>
    public int Count => _entries.Count;

    public void Add(ReadOnlySpan<byte> bytes, long count)
    {
        var hash = Hash(bytes);
        if (range != Repeats.KeyRange.All && !range.Contains(Repeats.KeyHash.Spread(hash)))
            return;
        if (Count * 2 >= _slots.Length)
            Grow();
        var slot = Find(bytes, hash);
        if (_slots[slot] == 0)
        {
            _entries.Add(Store(bytes, hash));
            _slots[slot] = Count;
        }

        var index = _slots[slot] - 1;
        _entries[index] = _entries[index] with { Times = _entries[index].Times + count };
    }

    public void Add(BytesTally other)
    {
        foreach (var entry in other._entries)
            Add(other.Bytes(entry), entry.Times);
    }

    /// <summary>True when a string was added.</summary>
    public bool Contains(ReadOnlySpan<byte> bytes) => _slots[Find(bytes, Hash(bytes))] > 0;

    /// <summary>Adds the strings that another one counted more than once.</summary>
    public void AddRepeated(BytesTally other)
    {
        foreach (var entry in other._entries)
        {
            if (entry.Times > 1)
                Add(other.Bytes(entry), entry.Times);
        }
    }

    /// <summary>Those whose spread keys are in a range, in a tally of their own.</summary>
    public BytesTally Within(Repeats.KeyRange range)
    {
        var kept = new BytesTally(range);
        kept.Add(this);
        return kept;
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            hash = Mix(hash ^ BitConverter.ToUInt64(bytes));
        foreach (var b in bytes)
            hash = Mix(hash ^ b);
        return hash;
    }

    private static ulong Mix(ulong value) => BitOperations.RotateLeft(value * Multiplier, 29) * Multiplier;

    private int Find(ReadOnlySpan<byte> bytes, ulong hash)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(hash >> 32) & mask;
        while (_slots[slot] > 0 && !(_entries[_slots[slot] - 1].Hash == hash && Bytes(_entries[_slots[slot] - 1]).SequenceEqual(bytes)))
            slot = (slot + 1) & mask;
        return slot;
    }

    private ReadOnlySpan<byte> Bytes(Entry entry) => _chunks[entry.Chunk].AsSpan(entry.Start, entry.Length);

    private Entry Store(ReadOnlySpan<byte> bytes, ulong hash)
    {
        if (_used + bytes.Length > ChunkSize)
        {
            _chunks.Add(new byte[Math.Max(ChunkSize, bytes.Length)]);
            _used = 0;
        }

        bytes.CopyTo(_chunks[^1].AsSpan(_used));
        _used += bytes.Length;
        return new Entry(hash, _chunks.Count - 1, _used - bytes.Length, bytes.Length, 0);
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var entry = 0; entry < Count; entry++)
        {
            var slot = (int)(_entries[entry].Hash >> 32) & mask;
            while (_slots[slot] > 0)
                slot = (slot + 1) & mask;
            _slots[slot] = entry + 1;
        }
    }

    private readonly record struct Entry(ulong Hash, int Chunk, int Start, int Length, long Times);
}
