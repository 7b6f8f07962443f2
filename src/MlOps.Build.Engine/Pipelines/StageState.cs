namespace MlOps.Build.Engine.Pipelines;

/// <summary>How a stage came to its outputs.</summary>
internal enum StageState
{
    /// <summary>They were there.</summary>
    UpToDate,

    /// <summary>The cache had them.</summary>
    FromCache,

    /// <summary>The stage made them.</summary>
    Ran,

    /// <summary>It has none; the findings say why.</summary>
    Failed,
}
