namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Metrics of regression.</summary>
internal static class RegressionMetrics
{
    /// <summary>Square root of the mean of (y - f)².</summary>
    public static MetricOutcome Rmse(MetricSample sample)
    {
        var mean = sample.Mean(sample.Rows.SquaredError);
        return mean.IsDefined ? Math.Sqrt(mean.Value) : mean;
    }

    /// <summary>Mean of |y - f|.</summary>
    public static MetricOutcome Mae(MetricSample sample) => sample.Mean(sample.Rows.AbsoluteError);

    /// <summary>
    /// 1 - sum (y - f)² / sum (y - mean y)². Labels that are all equal give 1 when every prediction is exact and 0 otherwise, as
    /// scikit-learn's <c>r2_score</c> has it; fewer than two rows have none.
    /// </summary>
    public static MetricOutcome R2(MetricSample sample)
    {
        if (sample.Total < 2)
            return MetricOutcome.Undefined(sample.Total == 0 ? MetricReasons.NoRows : MetricReasons.OneRow);
        var residual = CountedSum.Of(sample.Counts, sample.Rows.SquaredError);
        var deviation = sample.Rows.Targets.SquaredDeviations(sample.Counts, sample.Total);
        return deviation == 0 ? (residual == 0 ? 1.0 : 0.0) : 1 - (residual / deviation);
    }
}
