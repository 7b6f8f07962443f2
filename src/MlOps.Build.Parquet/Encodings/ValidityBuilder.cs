using System.Buffers.Binary;
using System.Numerics;

namespace MlOps.Build.Parquet.Encodings;

/// <summary>A bit a row, set where the row has a value. Bits beyond the rows so far are 0.</summary>
internal sealed class ValidityBuilder(int rowCount)
{
    private readonly int _rowCount = rowCount;
    private ulong[]? _bits;

    /// <summary>Rows so far.</summary>
    public int Count { get; private set; }

    /// <summary>Rows without a value so far.</summary>
    public int MissingCount { get; private set; }

    public ReadOnlySpan<ulong> Bits => _bits;

    /// <summary>The bits; empty when no row is missing.</summary>
    public ReadOnlyMemory<ulong> ToMemory() => MissingCount == 0 ? default : _bits.AsMemory(0, (Count + 63) / 64);

    public void AppendRun(bool value, int count)
    {
        if (value && MissingCount == 0)
        {
            Count += count;
            return;
        }

        if (!value)
            MissingCount += count;
        var bits = Allocated(Count);
        if (value)
            SetRange(bits, Count, count);
        Count += count;
    }

    public void AppendBits(ReadOnlySpan<byte> source, int count)
    {
        var missingBefore = MissingCount;
        var ones = CountOnes(source, count);
        if (ones == count && missingBefore == 0)
        {
            Count += count;
            return;
        }

        var bits = Allocated(Count);
        MissingCount += count - ones;
        for (var i = 0; i < count; i += 8)
        {
            var take = Math.Min(8, count - i);
            var value = (ulong)source[i >> 3] & ((1UL << take) - 1);
            var at = Count + i;
            bits[at >> 6] |= value << (at & 63);
            if ((at & 63) + take > 64)
                bits[(at >> 6) + 1] |= value >> (64 - (at & 63));
        }

        Count += count;
    }

    private static int CountOnes(ReadOnlySpan<byte> source, int count)
    {
        var ones = 0;
        var whole = count / 8;
        var i = 0;
        for (; i + 8 <= whole; i += 8)
            ones += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(source[i..]));
        for (; i < whole; i++)
            ones += BitOperations.PopCount(source[i]);
        return count % 8 == 0 ? ones : ones + BitOperations.PopCount(source[whole] & ((1u << (count % 8)) - 1));
    }

    private ulong[] Allocated(int ones)
    {
        if (_bits is not null)
            return _bits;
        _bits = new ulong[(_rowCount + 63) / 64];
        SetRange(_bits, 0, ones);
        return _bits;
    }

    private static void SetRange(ulong[] bits, int start, int count)
    {
        for (var end = start + count; start < end;)
        {
            var take = Math.Min(64 - (start & 63), end - start);
            bits[start >> 6] |= (take == 64 ? ulong.MaxValue : (1UL << take) - 1) << (start & 63);
            start += take;
        }
    }
}
