namespace MlOps.Build.Contracts;

/// <summary>How two columns go together in the rows in which both have a value.</summary>
public sealed record ColumnRelation
{
    /// <summary>The one that stands first in the file; in relations with the label its column.</summary>
    public required string First { get; init; }

    /// <summary>The other one.</summary>
    public required string Second { get; init; }

    /// <summary>What <see cref="Value"/> is.</summary>
    public required RelationMeasure Measure { get; init; }

    /// <summary>-1 to 1; 0 to 1 where a category takes part.</summary>
    public required double Value { get; init; }

    /// <summary>Of two numbers: Spearman's coefficient, Pearson's of their ranks, equal values sharing their mean rank.</summary>
    public double? Spearman { get; init; }

    /// <summary>Rows in which both have a value; of missing values all rows.</summary>
    public required long Rows { get; init; }
}
