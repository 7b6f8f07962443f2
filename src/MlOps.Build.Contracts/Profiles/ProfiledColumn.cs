namespace MlOps.Build.Contracts;

/// <summary>What one column holds. Of a sensitive column only rows are counted.</summary>
public sealed record ProfiledColumn
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The column's type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>True when the contract calls the column sensitive.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Rows without a value, those included whose text is no value of the type.</summary>
    public required long Missing { get; init; }

    /// <summary>Rows with NaN or an infinite number; they count in nothing else.</summary>
    public long NotFinite { get; init; }

    /// <summary>Different values; null of a sensitive column.</summary>
    public long? Distinct { get; init; }

    /// <summary>The relative standard error of <see cref="Distinct"/>; 0 when it is exact, as it is up to 4,096.</summary>
    public double DistinctError { get; init; }

    /// <summary>Smallest value as text; null for texts and booleans.</summary>
    public string? Minimum { get; init; }

    /// <summary>Largest value as text; null for texts and booleans.</summary>
    public string? Maximum { get; init; }

    /// <summary>Arithmetic mean of numbers, from their exact sum.</summary>
    public double? Mean { get; init; }

    /// <summary>Sample standard deviation of numbers (n - 1).</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>Skewness of numbers: the third central moment by the second to the power 1.5, of the population; null when all are equal.</summary>
    public double? Skewness { get; init; }

    /// <summary>
    /// Excess kurtosis of numbers: the fourth central moment by the second squared, less 3, of the population; null when all are equal.
    /// </summary>
    public double? Kurtosis { get; init; }

    /// <summary>Quantiles of numbers, of dates in days and of timestamps in milliseconds since 1970-01-01 UTC.</summary>
    public IReadOnlyList<ProfiledQuantile> Quantiles { get => field ?? []; init; } = [];

    /// <summary>
    /// The ends of the histogram's bins of equal width, one more than there are bins; each bin holds its lower end, the last one both.
    /// </summary>
    public IReadOnlyList<double> Edges { get => field ?? []; init; } = [];

    /// <summary>Rows by bin; beyond 4,096 different values those near an edge may stand in the bin beside theirs.</summary>
    public IReadOnlyList<long> Counts { get => field ?? []; init; } = [];

    /// <summary>
    /// The most frequent values, most frequent first, at most 100. Where there are more than ten different ones, those that occur once are left
    /// out. Texts are cut at 200 characters.
    /// </summary>
    public IReadOnlyList<ValueCount> Top { get => field ?? []; init; } = [];

    /// <summary>
    /// By how much a count in <see cref="Top"/> may be too large at most; every value that occurs more often than this is known. 0 when exact.
    /// </summary>
    public long TopError { get; init; }

    /// <summary>Lengths of texts in characters (Unicode code points).</summary>
    public ProfiledLengths? Lengths { get; init; }

    /// <summary>What is needed to merge this column with that of another part; null of a sensitive column.</summary>
    public ProfileSketch? Sketch { get; init; }
}
