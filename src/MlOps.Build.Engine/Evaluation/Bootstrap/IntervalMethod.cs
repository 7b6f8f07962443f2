namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>How an interval is read off the resampled values.</summary>
internal enum IntervalMethod
{
    /// <summary>Their quantiles.</summary>
    Percentile,

    /// <summary>Quantiles moved for bias and skewness.</summary>
    Bca,
}
