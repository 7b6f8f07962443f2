namespace MlOps.Build.Contracts;

/// <summary>What changed in the data contract since an earlier version of it.</summary>
public sealed record ContractDiff
{
    /// <summary>The earlier contract, as the user knows it.</summary>
    public required string Reference { get; init; }

    /// <summary>The rules that differ, loosened ones first.</summary>
    public required IReadOnlyList<ContractChange> Changes { get; init; }
}
