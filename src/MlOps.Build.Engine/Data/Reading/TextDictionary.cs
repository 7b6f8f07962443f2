using System.Buffers.Binary;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Different texts by number, in order of first appearance. Looked up by their bytes, so a text becomes a string once and not once a row.
/// </summary>
internal sealed class TextDictionary
{
    private readonly List<string> _values = [];
    private readonly List<int> _ends = [0];
    private readonly List<ulong> _hashes = [];
    private byte[] _content = new byte[256];
    private int[] _slots = new int[64];

    public IReadOnlyList<string> Values => _values;

    public int Code(in CsvField field) => field.Escaped ? Unescaped(field.Content) : Find(field.Content);

    private int Unescaped(ReadOnlySpan<byte> content)
    {
        var buffer = content.Length <= 512 ? stackalloc byte[content.Length] : new byte[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            buffer[length++] = content[i];
            if (content[i] == '"')
                i++;
        }

        return Find(buffer[..length]);
    }

    private int Find(ReadOnlySpan<byte> content)
    {
        var hash = Hash(content);
        var slot = (int)hash & (_slots.Length - 1);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var code = _slots[slot] - 1;
            if (_hashes[code] == hash && content.SequenceEqual(_content.AsSpan(_ends[code].._ends[code + 1])))
                return code;
        }

        return Insert(content, hash, slot);
    }

    private int Insert(ReadOnlySpan<byte> content, ulong hash, int slot)
    {
        var start = _ends[^1];
        if (start + content.Length > _content.Length)
            Array.Resize(ref _content, Math.Max(_content.Length * 2, start + content.Length));
        content.CopyTo(_content.AsSpan(start));
        _ends.Add(start + content.Length);
        _hashes.Add(hash);
        _values.Add(System.Text.Encoding.UTF8.GetString(content));
        _slots[slot] = _values.Count;
        if (_values.Count * 2 > _slots.Length)
            Grow();
        return _values.Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var code = 0; code < _hashes.Count; code++)
        {
            var slot = (int)_hashes[code] & (_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = code + 1;
        }
    }

    // Multiply and fold, eight bytes at a time; it only has to spread, codes do not depend on it.
    private static ulong Hash(ReadOnlySpan<byte> content)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)content.Length;
        for (; content.Length >= 8; content = content[8..])
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(content));
        var tail = 0UL;
        foreach (var value in content)
            tail = (tail << 8) | value;
        return Fold(hash ^ tail);
    }

    private static ulong Fold(ulong value)
    {
        var high = Math.BigMul(value, 0xD6E8FEB86659FD93UL, out var low);
        return high ^ low;
    }
}
