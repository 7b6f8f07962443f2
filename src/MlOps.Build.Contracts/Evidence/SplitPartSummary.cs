namespace MlOps.Build.Contracts;

/// <summary>One part of a split.</summary>
public sealed record SplitPartSummary
{
    /// <summary>Which part.</summary>
    public required SplitPart Part { get; init; }

    /// <summary>The number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows by class, in the order of the classes; empty for regression.</summary>
    public IReadOnlyList<long> ClassCounts { get => field ?? []; init; } = [];

    /// <summary>Mean of the label; null for classification.</summary>
    public double? LabelMean { get; init; }

    /// <summary>First date or timestamp (split by time), as text.</summary>
    public string? From { get; init; }

    /// <summary>Last date or timestamp (split by time), as text.</summary>
    public string? To { get; init; }
}
