namespace MlOps.Build.Engine.Data.Repeats;

/// <summary>A set of spread keys, eight bytes a place.</summary>
internal sealed class KeySet(int expected = 0)
{
    private ulong[] _slots = new ulong[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected * 2L))];
    private bool _zero;
    private int _used;

    public int Count => _used + (_zero ? 1 : 0);

    /// <summary>False when the key was there.</summary>
    public bool Add(ulong key)
    {
        if (key == 0)
            return !_zero && (_zero = true);
        var slot = SlotOf(key);
        if (_slots[slot] == key)
            return false;
        _slots[slot] = key;
        if (++_used * 2 > _slots.Length)
            Grow();
        return true;
    }

    public bool Contains(ulong key) => key == 0 ? _zero : _slots[SlotOf(key)] == key;

    /// <summary>All keys, in no order.</summary>
    public IEnumerable<ulong> Each() => _zero ? _slots.Where(key => key != 0).Append(0UL) : _slots.Where(key => key != 0);

    /// <summary>The keys of a range, in a set of their own.</summary>
    public KeySet Within(KeyRange range)
    {
        var kept = new KeySet();
        foreach (var key in Each().Where(range.Contains))
            kept.Add(key);
        return kept;
    }

    /// <summary>Forgets all keys but keeps the room.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        (_zero, _used) = (false, 0);
    }

    private int SlotOf(ulong key)
    {
        var mask = _slots.Length - 1;
        var slot = (int)key & mask;
        while (_slots[slot] != 0 && _slots[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        foreach (var key in old)
        {
            if (key != 0)
                _slots[SlotOf(key)] = key;
        }
    }
}
