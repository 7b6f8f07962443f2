namespace MlOps.Build.Contracts;

/// <summary>Where values are missing, by column and block of rows.</summary>
public sealed record MissingPattern
{
    /// <summary>Columns with a missing value, sensitive ones not counted.</summary>
    public required int Incomplete { get; init; }

    /// <summary>Rows of a block; the last one may have fewer.</summary>
    public required long RowsPerBlock { get; init; }

    /// <summary>At most 40 columns: those that lack most, in file order.</summary>
    public required IReadOnlyList<MissingColumn> Columns { get; init; }

    /// <summary>Pairs of columns that lack values in the same rows, or in opposite ones: the strongest, at most 20.</summary>
    public required IReadOnlyList<ColumnRelation> Together { get; init; }
}
