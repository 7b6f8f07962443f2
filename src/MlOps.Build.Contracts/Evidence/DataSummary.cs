namespace MlOps.Build.Contracts;

/// <summary>What the data stage found.</summary>
public sealed record DataSummary
{
    /// <summary>The files, in the order read.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>The number of rows, after cleaning.</summary>
    public required long Rows { get; init; }

    /// <summary>The number of rows in the files, before cleaning; 0 in evidence of builds that did not clean.</summary>
    public long RowsRead { get; init; }

    /// <summary>What the declared steps of cleaning did, in order.</summary>
    public IReadOnlyList<CleaningSummary> Cleaning { get => field ?? []; init; } = [];

    /// <summary>Rows that were set aside in the quarantine file.</summary>
    public long Quarantined { get; init; }

    /// <summary>The number of rules that the contract holds and that were checked.</summary>
    public required int Rules { get; init; }

    /// <summary>True when the contract was inferred in this build because there is no <c>schema.yaml</c>.</summary>
    public bool Inferred { get; init; }

    /// <summary>The terms that the data come under, as an SPDX licence expression (<c>license</c> in <c>schema.yaml</c>); null when nobody said.</summary>
    public string? License { get; init; }

    /// <summary>One profile a column, in file order.</summary>
    public required IReadOnlyList<ColumnProfile> Columns { get; init; }

    /// <summary>The rules that are broken.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>How far columns lie from other data, where the contract limits that (<c>skew</c>, <c>drift</c>) and there were such data.</summary>
    public IReadOnlyList<DistributionDistance> Distances { get => field ?? []; init; } = [];

    /// <summary>How good the data are, by dimension; null in evidence of builds that did not measure it.</summary>
    public DataQuality? Quality { get; init; }
}
