namespace MlOps.Build.Contracts;

/// <summary><c>relations.json</c>: what columns have to do with each other. Sensitive columns take no part but in <see cref="RepeatedRows"/>.</summary>
public sealed record DataRelations
{
    /// <summary>Rows that equal an earlier one in every column.</summary>
    public required long RepeatedRows { get; init; }

    /// <summary>Where values are missing; null when none is.</summary>
    public MissingPattern? Missing { get; init; }

    /// <summary>Which columns go together.</summary>
    public required DataCorrelations Correlations { get; init; }
}
