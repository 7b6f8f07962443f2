namespace MlOps.Build.Engine.Training.Boosting.Growing;

/// <summary>A leaf while its tree grows: a range of the row partition, its sums and its best split.</summary>
internal sealed class Leaf
{
    public required int Index { get; init; }

    public required int Start { get; init; }

    public required int Count { get; init; }

    public required int Depth { get; init; }

    public required LeafSums Sums { get; init; }

    public required ValueBounds Bounds { get; init; }

    /// <summary>The features that interaction constraints leave on this path; null when all are left.</summary>
    public required PathFeatures? Path { get; init; }

    /// <summary>Null until the leaf was counted, and when no histogram could be kept.</summary>
    public long[]? Histogram { get; set; }

    public SplitCandidate Best { get; set; } = SplitCandidate.None;
}
