using System.Runtime.CompilerServices;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>The rows of a tree, kept so that each leaf's rows are neighbours, in ascending order.</summary>
internal sealed class RowPartition(int capacity, ThreadTeam team)
{
    // Below so many rows a second thread costs more than it brings.
    private const int RowsForThreads = 4_096;

    private readonly int[] _rows = new int[capacity];
    private readonly int[] _lefts = new int[capacity];
    private readonly int[] _rights = new int[capacity];

    public void Reset(ReadOnlySpan<int> rows) => rows.CopyTo(_rows);

    public ReadOnlySpan<int> Rows(Leaf leaf) => _rows.AsSpan(leaf.Start, leaf.Count);

    /// <summary>Moves the leaf's rows that go left before the others; both keep their order.</summary>
    /// <returns>How many go left.</returns>
    public int Divide(Leaf leaf, ReadOnlyMemory<byte> column, BinSet leftBins)
    {
        var parts = leaf.Count < RowsForThreads ? 1 : team.Threads;
        var lefts = new int[parts];
        int From(int part) => leaf.Start + (int)((long)leaf.Count * part / parts);
        team.Each(parts, part => lefts[part] = DividePart(From(part), From(part + 1), column.Span, leftBins));
        var all = lefts.Sum();
        team.Each(parts, part =>
        {
            var (from, before) = (From(part), lefts.Take(part).Sum());
            _lefts.AsSpan(from, lefts[part]).CopyTo(_rows.AsSpan(leaf.Start + before));
            var rights = From(part + 1) - from - lefts[part];
            _rights.AsSpan(from, rights).CopyTo(_rows.AsSpan(leaf.Start + all + (from - leaf.Start - before)));
        });
        return all;
    }

    // Writing to both sides and advancing one of them avoids a branch that would be mispredicted half of the time.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private unsafe int DividePart(int from, int to, ReadOnlySpan<byte> column, BinSet leftBins)
    {
        var goesLeft = stackalloc byte[256];
        for (var bin = 0; bin < 256; bin++)
            goesLeft[bin] = leftBins.Contains((byte)bin) ? (byte)1 : (byte)0;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, _rows.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(column.Length, _rows.Length, nameof(column));
        var count = 0;
        fixed (int* rows = _rows, lefts = &_lefts[from], rights = &_rights[from])
        fixed (byte* bins = column)
        {
            var right = rights;
            for (var i = from; i < to; i++)
            {
                var row = rows[i];
                int left = goesLeft[bins[row]];
                lefts[count] = row;
                *right = row;
                count += left;
                right += 1 - left;
            }
        }

        return count;
    }
}
