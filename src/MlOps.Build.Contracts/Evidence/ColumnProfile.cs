namespace MlOps.Build.Contracts;

/// <summary>What one column holds. Values of a sensitive column are never kept here.</summary>
public sealed record ColumnProfile
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The column's type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>True when the contract calls the column sensitive; then no value is kept.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Rows without a value.</summary>
    public required long Missing { get; init; }

    /// <summary>Different values, missing not counted.</summary>
    public required long Distinct { get; init; }

    /// <summary>Smallest value as text (numbers, dates); null for text and for columns without values.</summary>
    public string? Minimum { get; init; }

    /// <summary>Largest value as text (numbers, dates); null for text and for columns without values.</summary>
    public string? Maximum { get; init; }

    /// <summary>Arithmetic mean of a numeric column.</summary>
    public double? Mean { get; init; }

    /// <summary>Sample standard deviation of a numeric column (n - 1).</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The deciles 0, 10 … 100 % of a numeric column, by linear interpolation; empty otherwise.</summary>
    public IReadOnlyList<double> Deciles { get => field ?? []; init; } = [];

    /// <summary>
    /// The most frequent values, most frequent first, ties by ordinal order; at most 10. Where there are more, values that occur once
    /// are left out.
    /// </summary>
    public IReadOnlyList<ValueCount> Top { get => field ?? []; init; } = [];

    /// <summary>Its rows by bin, for comparison with later rows; only in the profile of training rows, and never of a sensitive column.</summary>
    public ColumnBins? Bins { get; init; }
}
