using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>
/// The inner loop of learning: adds rows to the histograms of a block's features. Integer additions, so that vectors, threads and row order
/// cannot change a bit.
/// </summary>
internal sealed unsafe class HistogramCounter
{
    // So many rows ahead a row's bins are asked for: a leaf's rows are far apart, and memory takes as long as some hundred additions.
    private const int Ahead = 16;

    // From one feature's first cell to the next one's, in bytes: 256 cells of 16 bytes, and a cache line, without which the same bins of all
    // features would compete for the same places of the cache.
    private const int Stride = (256 * 16) + 64;

    private readonly BinBlock _block;
    private readonly int[] _positions;
    private readonly long[] _counts;
    private readonly bool _all;

    /// <param name="block">The bins.</param>
    /// <param name="positions">Which of its features are counted, ascending.</param>
    public HistogramCounter(BinBlock block, int[] positions)
    {
        _block = block;
        _all = positions.Length == block.Count;
        // An even number: an odd one is filled up with one whose counts nobody reads.
        _positions = positions.Length % 2 == 0 ? positions : [.. positions, _all ? positions.Length : positions[^1]];
        _counts = GC.AllocateArray<long>(_positions.Length * Stride / sizeof(long), pinned: true);
    }

    /// <summary>Counts the rows anew.</summary>
    /// <param name="cells">Two numbers a row.</param>
    /// <param name="rows">Rows of the block, ascending.</param>
    public void Count(long[] cells, ReadOnlySpan<int> rows)
    {
        Array.Clear(_counts);
        if (rows.IsEmpty)
            return;
        ArgumentOutOfRangeException.ThrowIfNegative(rows[0], nameof(rows));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((long)rows[^1] * _block.Stride, _block.Lines.Length, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(2L * rows[^1], cells.Length, nameof(rows));
        fixed (long* source = cells, target = _counts)
        fixed (byte* lines = _block.Lines)
        fixed (int* row = rows)
        {
            if (_all)
                CountAll((byte*)target, source, lines, row, rows.Length);
            else
                CountChosen((byte*)target, source, lines, row, rows.Length);
        }
    }

    /// <summary>The cells of the feature at an index of the positions: two numbers a bin.</summary>
    public ReadOnlySpan<long> CountsOf(int index, int bins) => _counts.AsSpan(index * (Stride / sizeof(long)), 2 * bins);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void CountAll(byte* target, long* source, byte* lines, int* rows, int count)
    {
        var (stride, features, ready) = ((nint)_block.Stride, _positions.Length, count - Ahead);
        for (var i = 0; i < count; i++)
        {
            if (i < ready)
                Prefetch(lines + (rows[i + Ahead] * stride), source + (2 * (nint)rows[i + Ahead]));
            var line = lines + (rows[i] * stride);
            var cell = Vector128.Load(source + (2 * (nint)rows[i]));
            var counts = target;
            var feature = 0;
            for (; feature + 4 <= features; feature += 4, counts += 4 * Stride)
            {
                var bins = Unsafe.ReadUnaligned<uint>(line + feature);
                Add(counts + ((bins << 4) & 0xFF0), cell);
                Add(counts + Stride + ((bins >> 4) & 0xFF0), cell);
                Add(counts + (2 * Stride) + ((bins >> 12) & 0xFF0), cell);
                Add(counts + (3 * Stride) + ((bins >> 20) & 0xFF0), cell);
            }

            if (feature < features)
            {
                Add(counts + ((nuint)line[feature] << 4), cell);
                Add(counts + Stride + ((nuint)line[feature + 1] << 4), cell);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void CountChosen(byte* target, long* source, byte* lines, int* rows, int count)
    {
        var (stride, ready) = ((nint)_block.Stride, count - Ahead);
        fixed (int* positions = _positions)
        {
            for (var i = 0; i < count; i++)
            {
                if (i < ready)
                    Prefetch(lines + (rows[i + Ahead] * stride), source + (2 * (nint)rows[i + Ahead]));
                var line = lines + (rows[i] * stride);
                var cell = Vector128.Load(source + (2 * (nint)rows[i]));
                var counts = target;
                for (var feature = 0; feature < _positions.Length; feature += 2, counts += 2 * Stride)
                {
                    Add(counts + ((nuint)line[positions[feature]] << 4), cell);
                    Add(counts + Stride + ((nuint)line[positions[feature + 1]] << 4), cell);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(byte* counts, Vector128<long> cell) => Vector128.Store(Vector128.Load((long*)counts) + cell, (long*)counts);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(byte* line, long* cell)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(line);
        Sse.Prefetch0(cell);
    }
}
