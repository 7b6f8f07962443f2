namespace MlOps.Build.Contracts;

/// <summary>What one declared step of cleaning did.</summary>
public sealed record CleaningSummary
{
    /// <summary>The step in words, such as <c>outliers (iqr, beyond 1.5): clipped</c>.</summary>
    public required string Step { get; init; }

    /// <summary>Its columns; empty for whole rows.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Values that it changed, or rows that it took out.</summary>
    public required long Count { get; init; }

    /// <summary>Rows that it took out.</summary>
    public required long RowsRemoved { get; init; }

    /// <summary>Where the step stands in <c>schema.yaml</c>.</summary>
    public SourcePosition Position { get; init; }
}
