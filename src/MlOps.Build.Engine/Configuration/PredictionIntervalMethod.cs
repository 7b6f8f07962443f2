namespace MlOps.Build.Engine.Configuration;

/// <summary>How the interval of a predicted number is found.</summary>
internal enum PredictionIntervalMethod
{
    /// <summary>Split conformal prediction by absolute errors.</summary>
    Conformal,
}
