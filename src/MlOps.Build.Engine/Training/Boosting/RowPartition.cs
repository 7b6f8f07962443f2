namespace MlOps.Build.Engine.Training.Boosting;

/// <summary>The rows of a tree, kept so that each leaf's rows are neighbours, in ascending order.</summary>
internal sealed class RowPartition(int capacity)
{
    private readonly int[] _rows = new int[capacity];
    private readonly int[] _spare = new int[capacity];

    public void Reset(ReadOnlySpan<int> rows) => rows.CopyTo(_rows);

    public ReadOnlySpan<int> Rows(Leaf leaf) => _rows.AsSpan(leaf.Start, leaf.Count);

    /// <summary>Moves the leaf's rows that go left before the others; both keep their order.</summary>
    /// <returns>How many go left.</returns>
    public int Divide(Leaf leaf, ReadOnlySpan<byte> column, FeatureBins bins, SplitCandidate split)
    {
        Span<byte> goesLeft = stackalloc byte[256];
        for (var bin = 0; bin < 256; bin++)
            goesLeft[bin] = (byte)((bin < bins.ValueBins ? bin <= split.Bin : split.MissingLeft) ? 1 : 0);
        var rows = _rows.AsSpan(leaf.Start, leaf.Count);
        var right = _spare.AsSpan(0, leaf.Count);
        var lefts = 0;
        // Writing to both sides and advancing one of them avoids a branch that would be mispredicted half of the time.
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var left = goesLeft[column[row]];
            right[i - lefts] = row;
            rows[lefts] = row;
            lefts += left;
        }

        right[..(rows.Length - lefts)].CopyTo(rows[lefts..]);
        return lefts;
    }
}
