using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>
/// The inner loop of learning: adds rows to the histograms of a block's features. Integer additions, so that vectors, threads and row order
/// cannot change a bit.
/// </summary>
internal abstract unsafe class HistogramCounter
{
    /// <summary>So many rows ahead a row's bins are asked for: a leaf's rows are far apart, and memory takes as long as some hundred additions.</summary>
    protected const int Ahead = 16;

    protected HistogramCounter(BinBlock block, int[] positions)
    {
        Block = block;
        AreAll = positions.Length == block.Count;
        // An even number: an odd one is filled up with one whose counts nobody reads.
        Positions = positions.Length % 2 == 0 ? positions : [.. positions, AreAll ? positions.Length : positions[^1]];
    }

    /// <summary>The bins.</summary>
    protected BinBlock Block { get; }

    /// <summary>Which of the block's features are counted, ascending.</summary>
    protected int[] Positions { get; }

    protected bool AreAll { get; }

    protected abstract int NumbersPerRow { get; }

    public static HistogramCounter Of(BinBlock block, int[] positions, CellPacking? packing) =>
        packing is { } packed ? new PackedCounter(block, positions, packed) : new PairCounter(block, positions);

    /// <summary>Counts the rows anew.</summary>
    /// <param name="cells">One or two numbers a row.</param>
    /// <param name="rows">Rows of the block, ascending.</param>
    public void Count(long[] cells, ReadOnlySpan<int> rows)
    {
        if (!rows.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rows[0], nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((long)rows[^1] * Block.Stride, Block.Lines.Length, nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((long)NumbersPerRow * rows[^1], cells.Length, nameof(rows));
        }

        CountRows(cells, rows);
    }

    /// <summary>Writes the sums of the feature at an index of the positions: two numbers a bin.</summary>
    public abstract void CopyTo(int index, Span<long> target);

    protected abstract void CountRows(long[] cells, ReadOnlySpan<int> rows);

    /// <summary>Counts all features of the block.</summary>
    protected abstract void CountAll(byte* target, long* source, byte* lines, int* rows, int count);

    /// <summary>Counts those of the positions.</summary>
    protected abstract void CountChosen(byte* target, long* source, byte* lines, int* rows, int count);

    /// <summary>Counts rows into histograms that are emptied before.</summary>
    protected void AddRows(long[] counts, long[] cells, ReadOnlySpan<int> rows)
    {
        Array.Clear(counts);
        fixed (long* source = cells, target = counts)
        fixed (byte* lines = Block.Lines)
        fixed (int* row = rows)
        {
            if (AreAll)
                CountAll((byte*)target, source, lines, row, rows.Length);
            else
                CountChosen((byte*)target, source, lines, row, rows.Length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Prefetch(byte* line, long* cell)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch0(line);
        Sse.Prefetch0(cell);
    }
}
