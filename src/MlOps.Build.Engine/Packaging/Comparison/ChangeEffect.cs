namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>What a change of the signature does to an application that makes rows and reads predictions.</summary>
internal enum ChangeEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What compiled does not compile.</summary>
    Compile,

    /// <summary>It compiles, and a check refuses rows that were allowed.</summary>
    Values,

    /// <summary>It compiles, and the same code means something else.</summary>
    Meaning,

    /// <summary>It compiles, and more can be given or read.</summary>
    More,
}
