namespace MlOps.Build.Contracts;

/// <summary>What a change of a data contract does to the data that it allows.</summary>
public enum ContractChangeKind
{
    /// <summary>Data that were refused are allowed now.</summary>
    Looser,

    /// <summary>Data that were allowed are refused now.</summary>
    Tighter,

    /// <summary>Neither, or both.</summary>
    Other,
}
