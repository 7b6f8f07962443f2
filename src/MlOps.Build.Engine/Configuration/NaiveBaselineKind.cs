namespace MlOps.Build.Engine.Configuration;

/// <summary>What a naive baseline of a regression answers.</summary>
internal enum NaiveBaselineKind
{
    /// <summary>The median of the training labels.</summary>
    Median,

    /// <summary>The label of the latest earlier time.</summary>
    LastValue,

    /// <summary>The label a season earlier.</summary>
    Seasonal,

    /// <summary>Exponential smoothing of the labels before it.</summary>
    Smoothing,
}
