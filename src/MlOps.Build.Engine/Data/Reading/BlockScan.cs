using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlOps.Build.Engine.Data.Reading;

/// <summary>
/// Finds the ends of fields, 64 bytes at a time: one bit a byte for delimiters, quotes and line ends; a running exclusive or of the
/// quotes tells what lies inside them (Langdale and Lemire, 2019).
/// </summary>
internal ref struct BlockScan(BlockMarks marks, byte delimiter)
{
    // Vectors of 128 bits: precompiled code has no longer ones, and compiling them at start costs more than they save.
    private readonly Vector128<byte> _delimiter = Vector128.Create(delimiter);
    private ulong _inside;
    private ulong _mayOpen;
    private ulong _closed;
    private ulong _bad;

    /// <summary>Scans bytes; at least 64 readable bytes must follow the last one.</summary>
    /// <returns>True when the bytes end inside quotes.</returns>
    // A numeric kernel: one pass over words of 64 bytes.
    public bool Run(ReadOnlySpan<byte> buffer, int from, int to, ScanState start)
    {
        marks.Clear();
        _inside = start == ScanState.Quoted ? ulong.MaxValue : 0;
        _mayOpen = start is ScanState.RowStart or ScanState.FieldStart or ScanState.Closing ? 1UL : 0;
        _closed = start == ScanState.Closing ? 1UL : 0;
        _bad = 0;
        ref var first = ref MemoryMarshal.GetReference(buffer);
        var (high, least) = (Vector128<byte>.Zero, Vector128<byte>.AllBitsSet);
        var lines = 0;
        for (var at = from; at < to; at += 64)
        {
            var v0 = Vector128.LoadUnsafe(ref first, (nuint)at);
            var v1 = Vector128.LoadUnsafe(ref first, (nuint)at + 16);
            var v2 = Vector128.LoadUnsafe(ref first, (nuint)at + 32);
            var v3 = Vector128.LoadUnsafe(ref first, (nuint)at + 48);
            var valid = to - at >= 64 ? ulong.MaxValue : (1UL << (to - at)) - 1;
            var ends = Mask(v0, v1, v2, v3, _delimiter) & valid;
            var rows = Mask(v0, v1, v2, v3, Vector128.Create((byte)'\n')) & valid;
            lines += BitOperations.PopCount(rows);
            var rare = Either(v0) | Either(v1) | Either(v2) | Either(v3);
            var returns = 0UL;
            if (rare != Vector128<byte>.Zero)
            {
                returns = Mask(v0, v1, v2, v3, Vector128.Create((byte)'\r')) & valid;
                var feeds = (rows >> 1) | (Unsafe.Add(ref first, at + 64) == '\n' ? 1UL << 63 : 0);
                if (valid != ulong.MaxValue && Unsafe.Add(ref first, to) == '\n')
                    feeds |= 1UL << (to - at - 1);
                marks.HasReturns |= returns != 0;
                lines += BitOperations.PopCount(returns & ~feeds);
                rows |= returns & ~feeds;
                returns &= feeds;
            }

            if (rare != Vector128<byte>.Zero || (_closed | _inside) != 0)
                Quotes(Mask(v0, v1, v2, v3, Vector128.Create((byte)'"')) & valid, ref ends, ref rows, returns);
            else
                _mayOpen = (ends | rows) >> 63;
            Write(at, ends | rows, rows);
            if (valid != ulong.MaxValue)
            {
                Tail(buffer[at..to], ref high, ref least);
                break;
            }

            high |= v0 | v1 | v2 | v3;
            least = Vector128.Min(Vector128.Min(least, Vector128.Min(v0, v1)), Vector128.Min(v2, v3));
        }

        marks.Lines = lines;
        marks.Irregular = _bad != 0;
        marks.IsAscii = high.ExtractMostSignificantBits() == 0;
        marks.HasNul = Vector128.EqualsAny(least, Vector128<byte>.Zero);
        return _inside != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(Vector128<byte> v0, Vector128<byte> v1, Vector128<byte> v2, Vector128<byte> v3, Vector128<byte> value)
    {
        var low = Vector128.Equals(v0, value).ExtractMostSignificantBits() | (Vector128.Equals(v1, value).ExtractMostSignificantBits() << 16);
        var high = Vector128.Equals(v2, value).ExtractMostSignificantBits() | (Vector128.Equals(v3, value).ExtractMostSignificantBits() << 16);
        return low | ((ulong)high << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Either(Vector128<byte> bytes) =>
        Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\r'));

    // The last bytes, whose word holds more than the block.
    private static void Tail(ReadOnlySpan<byte> bytes, ref Vector128<byte> high, ref Vector128<byte> least)
    {
        if (bytes.ContainsAnyExceptInRange((byte)0, (byte)127))
            high = Vector128<byte>.AllBitsSet;
        if (bytes.Contains((byte)0))
            least = Vector128<byte>.Zero;
    }

    private static ulong PrefixXor(ulong bits)
    {
        if (Pclmulqdq.IsSupported)
            return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    // Takes ends inside quotes away. A quote may open only after an end or a closing quote, and only those may follow a closing one.
    private void Quotes(ulong quotes, ref ulong ends, ref ulong rows, ulong crlf)
    {
        var inside = PrefixXor(quotes) ^ _inside;
        var (open, close) = (quotes & inside, quotes & ~inside);
        ends &= ~inside;
        rows &= ~inside;
        _bad |= open & ~(((ends | rows | close) << 1) | _mayOpen);
        _bad |= ((close << 1) | _closed) & ~(ends | rows | open | (crlf & ~inside));
        _inside = (ulong)((long)inside >> 63);
        _mayOpen = (ends | rows | close) >> 63;
        _closed = close >> 63;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(int at, ulong all, ulong rows)
    {
        marks.Reserve(72);
        var count = marks.Count;
        while (rows != 0)
        {
            var low = rows & (0 - rows);
            marks.RowEnds[marks.RowCount++] = count + BitOperations.PopCount(all & (low - 1));
            rows ^= low;
        }

        marks.Count = count + BitOperations.PopCount(all);
        ref var target = ref marks.Ends[count];
        while (all != 0)
        {
            // Four at a time, the surplus overwritten by the next word: fewer branches to guess wrong.
            for (var i = 0; i < 4; i++)
            {
                Unsafe.Add(ref target, i) = at + BitOperations.TrailingZeroCount(all);
                all &= all - 1;
            }

            target = ref Unsafe.Add(ref target, 4);
        }
    }
}
