using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlOps.Build.Parquet.Compression;

/// <summary>Huffman codes of literals (RFC 8878, section 4.2): looked up by the longest code's bits.</summary>
internal sealed class HuffmanTable
{
    private const int LongestCode = 11;
    private readonly int _longest;
    private readonly ushort[] _entries;

    // An entry holds the symbol and above it the bits of its code.
    private HuffmanTable(int longest) => (_longest, _entries) = (longest, new ushort[1 << longest]);

    public static HuffmanTable Read(ReadOnlySpan<byte> source, out int used)
    {
        if (source.IsEmpty)
            Faults.Page("a Huffman table of zstd is missing");
        Span<byte> weights = stackalloc byte[256];
        var header = source[0];
        var count = header >= 128 ? header - 127 : 0;
        used = 1 + (header >= 128 ? (count + 1) / 2 : header);
        if (used > source.Length)
            Faults.Short("a Huffman table of zstd", used, source.Length);
        if (header < 128)
            count = ReadPackedWeights(source[1..used], weights);
        for (var i = 0; header >= 128 && i < count; i++)
            weights[i] = (byte)(source[1 + i / 2] >> (i % 2 == 0 ? 4 : 0) & 15);
        return Build(weights, count);
    }

    /// <summary>Fills the target from one stream, which must end with it.</summary>
    public void Decode(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var bits = new BackwardBits(source);
        var done = DecodeFives(source, target, ref bits);
        for (var i = done; i < target.Length; i++)
        {
            var entry = _entries[(int)bits.Peek(_longest)];
            bits.Drop(entry >> 8);
            target[i] = (byte)entry;
        }

        if (bits.Left != 0)
            Faults.Page("literals of zstd do not end with their stream");
    }

    // Eight bytes hold five codes at least, whatever the bit at which the first starts; the index is masked to the table's length.
    private int DecodeFives(ReadOnlySpan<byte> source, Span<byte> target, ref BackwardBits bits)
    {
        ref var entries = ref MemoryMarshal.GetArrayDataReference(_entries);
        var mask = _entries.Length - 1;
        var longest = _longest;
        var left = bits.Left;
        var i = 0;
        for (; i + 5 <= target.Length && left >= 64; i += 5)
        {
            var at = (int)((left - 56) >> 3);
            var window = BinaryPrimitives.ReadUInt64LittleEndian(source[at..]);
            var unread = (int)left - at * 8;
            foreach (ref var symbol in target.Slice(i, 5))
            {
                var entry = Unsafe.Add(ref entries, (int)(window >> (unread - longest)) & mask);
                unread -= entry >> 8;
                symbol = (byte)entry;
            }

            left = at * 8L + unread;
        }

        bits.Drop((int)(bits.Left - left));
        return i;
    }

    private static int ReadPackedWeights(ReadOnlySpan<byte> source, Span<byte> weights)
    {
        var table = FseTable.Read(source, LongestCode + 2, 6, out var used);
        var bits = new BackwardBits(source[used..]);
        Span<int> states = [(int)bits.Read(table.Accuracy), (int)bits.Read(table.Accuracy)];
        var count = 0;
        while (count < 254)
        {
            ref var state = ref states[count & 1];
            weights[count++] = table.Symbols[state];
            state = table.Baselines[state] + (int)bits.Read(table.Bits[state]);
            if (bits.Left >= 0)
                continue;
            weights[count] = table.Symbols[states[count & 1]];
            return count + 1;
        }

        Faults.Page("a Huffman table of zstd has more symbols than there are");
        return 0;
    }

    // The last symbol's weight is not written: it fills the table up.
    private static HuffmanTable Build(Span<byte> weights, int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            if (weights[i] > LongestCode + 1)
                Faults.Page($"a Huffman table of zstd has weight {weights[i]}");
            sum += 1 << weights[i] >> 1;
        }

        var longest = sum == 0 ? 0 : BitOperations.Log2((uint)sum) + 1;
        var left = (1 << longest) - sum;
        if (longest is 0 or > LongestCode || count > 255 || !BitOperations.IsPow2(left))
            Faults.Page("the weights of a Huffman table of zstd do not add up");
        weights[count] = (byte)(BitOperations.Log2((uint)left) + 1);
        var table = new HuffmanTable(longest);
        table.Fill(weights[..(count + 1)]);
        return table;
    }

    private void Fill(ReadOnlySpan<byte> weights)
    {
        var at = 0;
        for (var weight = 1; weight <= _longest; weight++)
        {
            for (var symbol = 0; symbol < weights.Length; symbol++)
            {
                if (weights[symbol] != weight)
                    continue;
                var width = 1 << (weight - 1);
                if (at + width > _entries.Length)
                    Faults.Page("the weights of a Huffman table of zstd do not add up");
                _entries.AsSpan(at, width).Fill((ushort)((_longest + 1 - weight) << 8 | symbol));
                at += width;
            }
        }

        if (at != _entries.Length)
            Faults.Page("the weights of a Huffman table of zstd do not add up");
    }
}
