namespace MlOps.Build.Contracts;

/// <summary>Which columns go together: numbers, dates and categories of at most 50 values that are neither sensitive nor constant.</summary>
public sealed record DataCorrelations
{
    /// <summary>How many columns were compared, each with each other.</summary>
    public required int Compared { get; init; }

    /// <summary>Columns that were not: sensitive, constant, of too many different values, or beyond the first 300.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Rows that were looked at: all, or one drawn from each run of so many when there are many.</summary>
    public required long Rows { get; init; }

    /// <summary>The label's column; null when it is not known or was not compared.</summary>
    public string? Label { get; init; }

    /// <summary>The pairs that go together most, at most 50.</summary>
    public required IReadOnlyList<ColumnRelation> Strongest { get; init; }

    /// <summary>The columns that go with the label most, at most 20; each relation names the label's column first.</summary>
    public IReadOnlyList<ColumnRelation> WithLabel { get; init; } = [];

    /// <summary>At most 30 columns: those of the strongest relations, in file order.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>
    /// Their relations, row by row below the diagonal: the second with the first, the third with the first and the second, and so on. Of numbers the
    /// larger one of both coefficients; null where a pair could not be compared.
    /// </summary>
    public required IReadOnlyList<double?> Matrix { get; init; }
}
