using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>Adds rows of two numbers each, see <see cref="QuantizedGradients.Cells"/>.</summary>
internal sealed unsafe class PairCounter : HistogramCounter
{
    // From one feature's first cell to the next one's, in bytes: 256 cells of 16 bytes, and a cache line, without which the same bins of all
    // features would compete for the same places of the cache.
    private const int Stride = (256 * 16) + 64;

    private readonly long[] _counts;

    public PairCounter(BinBlock block, int[] positions)
        : base(block, positions) => _counts = GC.AllocateArray<long>(Positions.Length * Stride / sizeof(long), pinned: true);

    public override void CopyTo(int index, Span<long> target) => _counts.AsSpan(index * (Stride / sizeof(long)), target.Length).CopyTo(target);

    protected override int NumbersPerRow => 2;

    protected override void CountRows(long[] cells, ReadOnlySpan<int> rows) => AddRows(_counts, cells, rows);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    protected override void CountAll(byte* target, long* source, byte* lines, int* rows, int count)
    {
        var (stride, features, ready) = ((nint)Block.Stride, Positions.Length, count - Ahead);
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
    protected override void CountChosen(byte* target, long* source, byte* lines, int* rows, int count)
    {
        var (stride, ready) = ((nint)Block.Stride, count - Ahead);
        fixed (int* positions = Positions)
        {
            for (var i = 0; i < count; i++)
            {
                if (i < ready)
                    Prefetch(lines + (rows[i + Ahead] * stride), source + (2 * (nint)rows[i + Ahead]));
                var line = lines + (rows[i] * stride);
                var cell = Vector128.Load(source + (2 * (nint)rows[i]));
                var counts = target;
                for (var feature = 0; feature < Positions.Length; feature += 2, counts += 2 * Stride)
                {
                    Add(counts + ((nuint)line[positions[feature]] << 4), cell);
                    Add(counts + Stride + ((nuint)line[positions[feature + 1]] << 4), cell);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(byte* counts, Vector128<long> cell) => Vector128.Store(Vector128.Load((long*)counts) + cell, (long*)counts);
}
