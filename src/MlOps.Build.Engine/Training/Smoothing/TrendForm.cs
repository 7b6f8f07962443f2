namespace MlOps.Build.Engine.Training.Smoothing;

/// <summary>How a series' level goes on.</summary>
internal enum TrendForm
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>By a slope.</summary>
    Additive,

    /// <summary>By a slope that fades.</summary>
    Damped,
}
