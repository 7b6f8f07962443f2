namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>What a change of a contract does to the data that it allows.</summary>
internal enum ChangeDirection
{
    /// <summary>Data that were refused are allowed now.</summary>
    Looser,

    /// <summary>Data that were allowed are refused now.</summary>
    Tighter,

    /// <summary>Neither, or both.</summary>
    Other,
}
