using System.Runtime.CompilerServices;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>Adds rows of one number each, and takes the sums out before they overflow.</summary>
internal sealed unsafe class PackedCounter : HistogramCounter
{
    // From one feature's first cell to the next one's, in bytes: half of what two numbers need, so that all features of a block stay in the
    // processor's nearest cache.
    private const int Stride = (256 * 8) + 64;
    private const int Cells = Stride / sizeof(long);

    private readonly CellPacking _packing;
    private readonly long[] _counts;
    private long[] _sums = [];
    private bool _divided;

    public PackedCounter(BinBlock block, int[] positions, CellPacking packing)
        : base(block, positions)
    {
        _packing = packing;
        _counts = GC.AllocateArray<long>(Positions.Length * Cells, pinned: true);
    }

    protected override int NumbersPerRow => 1;

    public override void CopyTo(int index, Span<long> target)
    {
        if (_divided)
        {
            _sums.AsSpan(index * 2 * Cells, target.Length).CopyTo(target);
            return;
        }

        target.Clear();
        _packing.AddTo(target, _counts.AsSpan(index * Cells, target.Length / 2));
    }

    protected override void CountRows(long[] cells, ReadOnlySpan<int> rows)
    {
        _divided = rows.Length > CellPacking.MostRows;
        if (_divided)
        {
            _sums = _sums.Length > 0 ? _sums : new long[2 * _counts.Length];
            Array.Clear(_sums);
        }

        for (var from = 0; from < rows.Length || from == 0; from += CellPacking.MostRows)
        {
            AddRows(_counts, cells, rows[from..Math.Min(rows.Length, from + CellPacking.MostRows)]);
            if (_divided)
                _packing.AddTo(_sums, _counts);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    protected override void CountAll(byte* target, long* source, byte* lines, int* rows, int count)
    {
        var (stride, features, ready) = ((nint)Block.Stride, Positions.Length, count - Ahead);
        for (var i = 0; i < count; i++)
        {
            if (i < ready)
                Prefetch(lines + (rows[i + Ahead] * stride), source + rows[i + Ahead]);
            var line = lines + (rows[i] * stride);
            var cell = source[rows[i]];
            var counts = target;
            var feature = 0;
            for (; feature + 4 <= features; feature += 4, counts += 4 * Stride)
            {
                var bins = Unsafe.ReadUnaligned<uint>(line + feature);
                ((long*)counts)[(byte)bins] += cell;
                ((long*)(counts + Stride))[(byte)(bins >> 8)] += cell;
                ((long*)(counts + (2 * Stride)))[(byte)(bins >> 16)] += cell;
                ((long*)(counts + (3 * Stride)))[bins >> 24] += cell;
            }

            if (feature < features)
            {
                ((long*)counts)[line[feature]] += cell;
                ((long*)(counts + Stride))[line[feature + 1]] += cell;
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
                    Prefetch(lines + (rows[i + Ahead] * stride), source + rows[i + Ahead]);
                var line = lines + (rows[i] * stride);
                var cell = source[rows[i]];
                var counts = target;
                for (var feature = 0; feature < Positions.Length; feature += 2, counts += 2 * Stride)
                {
                    ((long*)counts)[line[positions[feature]]] += cell;
                    ((long*)(counts + Stride))[line[positions[feature + 1]]] += cell;
                }
            }
        }
    }
}
