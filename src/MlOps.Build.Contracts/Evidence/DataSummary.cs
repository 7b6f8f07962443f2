namespace MlOps.Build.Contracts;

/// <summary>What the data stage found.</summary>
public sealed record DataSummary
{
    /// <summary>The files, in the order read.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>The number of rows.</summary>
    public required long Rows { get; init; }

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
}
