namespace MlOps.Build.Contracts;

/// <summary>How values were distributed at one moment of a run.</summary>
public sealed record RunHistogram
{
    /// <summary>Its name, such as <c>validation.predictions</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The boosting round, epoch or iteration that it was read after, from 0; 0 for what is read once.</summary>
    public long Step { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The edges of the buckets, ascending; one more than there are buckets.</summary>
    public required IReadOnlyList<double> Edges { get; init; }

    /// <summary>How many values each bucket holds; the last one holds its upper edge, too.</summary>
    public required IReadOnlyList<double> Counts { get; init; }
}
