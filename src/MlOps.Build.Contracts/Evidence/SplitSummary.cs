namespace MlOps.Build.Contracts;

/// <summary>How the rows were divided.</summary>
public sealed record SplitSummary
{
    /// <summary>In words: <c>random</c>, <c>stratified by label</c>, <c>by Flight Date</c>, <c>by group Site</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The seed; it has no effect on a split by time.</summary>
    public required long Seed { get; init; }

    /// <summary>Train, validation, test.</summary>
    public required IReadOnlyList<SplitPartSummary> Parts { get; init; }

    /// <summary>The label in validation and in test against that in train; empty when it cannot be compared.</summary>
    public IReadOnlyList<LabelComparison> LabelComparisons { get => field ?? []; init; } = [];

    /// <summary>Rows without a label, left out of every part.</summary>
    public required int Unlabelled { get; init; }

    /// <summary>Rows that are equal to an earlier row in every column and were kept on its side.</summary>
    public required int Duplicates { get; init; }

    /// <summary>
    /// SHA-256 over the sorted hashes of the test rows, lower-case hexadecimal; sensitive columns take no part. Null in packages of
    /// earlier kits.
    /// </summary>
    public string? TestFingerprint { get; init; }
}
