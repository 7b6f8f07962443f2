namespace MlOps.Build.Contracts;

/// <summary>
/// How good the data are, by dimension, each a share from 0 to 1; null where the contract has no rule that speaks of it. Rules count in full here, also where
/// <c>mostly</c> tolerates rows that break them.
/// </summary>
public sealed record DataQuality
{
    /// <summary>Fields with a value over all fields. One that does not parse is there; it is not valid.</summary>
    public required double Completeness { get; init; }

    /// <summary>
    /// The mean, over the columns of the contract with values, of the share of values that keep type, range, set, pattern and length; a value counts once a
    /// rule that it breaks, and a column is at least 0.
    /// </summary>
    public double? Validity { get; init; }

    /// <summary>The mean, over unique columns and the key, of the share of rows whose value no other row has.</summary>
    public double? Uniqueness { get; init; }

    /// <summary>
    /// The share of rules on the table and between columns and tables that hold: the number of rows, references, and expectations that name no single column.
    /// </summary>
    public double? Consistency { get; init; }

    /// <summary>
    /// The mean, over columns with <c>fresh</c>, of max(0, 1 - age of the newest value / period): 1 just made, 0 from the end of the period on.
    /// </summary>
    public double? Timeliness { get; init; }

    /// <summary>The mean of the dimensions that are there, each with the same weight.</summary>
    public double Score => Mean(Completeness, Validity, Uniqueness, Consistency, Timeliness);

    private static double Mean(params double?[] shares)
    {
        var (sum, count) = (0.0, 0);
        foreach (var share in shares)
            (sum, count) = share is { } value ? (sum + value, count + 1) : (sum, count);
        return sum / count;
    }
}
