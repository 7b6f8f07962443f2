using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Different texts by number, in order of first appearance. Looked up by their bytes, so a text becomes a string once and not once a row.
/// </summary>
internal sealed class TextDictionary : ITextDictionary
{
    private const int Short = 16;
    private readonly List<string?> _texts = [];
    private byte[] _content = new byte[256];
    private TextEntry[] _entries = new TextEntry[32];
    private int[] _slots = new int[64];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Utf8(int code) => _content.AsSpan(_entries[code].Start, _entries[code].Length);

    public string Text(int code)
    {
        while (_texts.Count <= code)
            _texts.Add(null);
        return _texts[code] ??= Encoding.UTF8.GetString(Utf8(code));
    }

    public int Code(in CsvField field)
    {
        if (!field.Escaped)
            return Find(field.Content);
        var length = field.Content.Length;
        var buffer = length <= 512 ? stackalloc byte[length] : new byte[length];
        return Find(buffer[..field.CopyTo(buffer)]);
    }

    public int Find(ReadOnlySpan<byte> content)
    {
        var (head, tail) = Ends(content);
        var hash = Hash(content, head, tail);
        var slot = SlotOf(content, head, tail, hash);
        if (_slots[slot] != 0)
            return _slots[slot] - 1;
        var start = Count == 0 ? 0 : _entries[Count - 1].Start + _entries[Count - 1].Length;
        return Insert(content, new TextEntry(head, tail, hash, start, content.Length), slot);
    }

    /// <summary>Whether a text is one of the dictionary's; safe for concurrent use while nothing is added.</summary>
    public bool Contains(ReadOnlySpan<byte> content)
    {
        var (head, tail) = Ends(content);
        return _slots[SlotOf(content, head, tail, Hash(content, head, tail))] != 0;
    }

    // The slot that holds the text, or the empty one where it would be put.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ReadOnlySpan<byte> content, ulong head, ulong tail, uint hash)
    {
        var (slots, entries) = (_slots, _entries);
        var slot = (int)hash & (slots.Length - 1);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            ref readonly var entry = ref entries[slots[slot] - 1];
            if (entry.Head == head && entry.Tail == tail && entry.Length == content.Length
                && (content.Length <= Short || IsMiddle(content, entry.Start)))
            {
                break;
            }
        }

        return slot;
    }

    // Whether the content is the same between its first and last eight bytes, which are compared already.
    private bool IsMiddle(ReadOnlySpan<byte> content, int start)
    {
        ref var left = ref MemoryMarshal.GetReference(content);
        ref var right = ref _content[start];
        var at = 8;
        for (; at < content.Length - 8; at += 8)
        {
            var last = Math.Min(at, content.Length - 8);
            if (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref left, last)) != Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref right, last)))
                return false;
        }

        return true;
    }

    private int Insert(ReadOnlySpan<byte> content, TextEntry entry, int slot)
    {
        if (entry.Start + content.Length > _content.Length)
            Array.Resize(ref _content, Math.Max(_content.Length * 2, entry.Start + content.Length));
        content.CopyTo(_content.AsSpan(entry.Start));
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Count * 2);
        _entries[Count++] = entry;
        _slots[slot] = Count;
        if (Count * 2 > _slots.Length)
            Grow();
        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var code = 0; code < Count; code++)
        {
            var slot = (int)_entries[code].Hash & (_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = code + 1;
        }
    }

    // The first and the last eight bytes: all of a text of up to sixteen.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Head, ulong Tail) Ends(ReadOnlySpan<byte> content)
    {
        ref var first = ref MemoryMarshal.GetReference(content);
        var length = content.Length;
        if (length >= 8)
            return (Unsafe.ReadUnaligned<ulong>(ref first), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - 8)));
        if (length >= 4)
            return (Unsafe.ReadUnaligned<uint>(ref first), Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - 4)));
        return length == 0 ? (0, 0) : (first | ((ulong)Unsafe.Add(ref first, length >> 1) << 8), Unsafe.Add(ref first, length - 1));
    }

    // It only has to spread, codes do not depend on it. Plain multiplications: precompiled code calls anything else.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(ReadOnlySpan<byte> content, ulong head, ulong tail)
    {
        var hash = (head ^ (ulong)content.Length) * TextHash.Seed;
        hash = ((hash ^ (hash >> 32)) + tail) * TextHash.Factor;
        if (content.Length > Short)
        {
            ref var first = ref MemoryMarshal.GetReference(content);
            for (var at = 8; at < content.Length - 8; at += 8)
                hash = ((hash ^ (hash >> 29)) + Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at))) * TextHash.Factor;
        }

        return (uint)(hash >> 32) ^ (uint)(hash >> 15);
    }
}
