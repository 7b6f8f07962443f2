namespace MlOps.Build.Contracts;

/// <summary>What a file says of a column in a row group, without its values being read.</summary>
public sealed record ColumnStatistics
{
    /// <summary>Nothing is known.</summary>
    public static ColumnStatistics Unknown { get; } = new();

    /// <summary>The number of missing rows.</summary>
    public long? MissingCount { get; init; }

    /// <summary>No value is smaller, NaN apart. It need not occur.</summary>
    public ColumnBound? Min { get; init; }

    /// <summary>No value is larger, NaN apart. It need not occur.</summary>
    public ColumnBound? Max { get; init; }

    /// <summary>
    /// False when no value of the group can lie between two bounds, both included; true when one may, or when nothing is known. Missing
    /// rows lie nowhere, NaN neither.
    /// </summary>
    public bool MayContain(ColumnBound from, ColumnBound to) =>
        (Min is not { } min || min.CompareTo(to) <= 0) && (Max is not { } max || max.CompareTo(from) >= 0);
}
