namespace MlOps.Build.Engine.Training.Smoothing;

/// <summary>How a season changes a series' level.</summary>
internal enum SeasonForm
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By an amount.</summary>
    Additive,

    /// <summary>By a factor.</summary>
    Multiplicative,
}
