namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Metrics of regression.</summary>
internal static class RegressionMetrics
{
    /// <summary>Square root of the mean of (y - f)².</summary>
    public static MetricOutcome Rmse(MetricSample sample) => Root(sample.Mean(sample.Rows.SquaredError));

    /// <summary>Mean of |y - f|.</summary>
    public static MetricOutcome Mae(MetricSample sample) => sample.Mean(sample.Rows.AbsoluteError);

    /// <summary>
    /// 1 - sum (y - f)² / sum (y - mean y)². Labels that are all equal give 1 when every prediction is exact and 0 otherwise, as
    /// scikit-learn's <c>r2_score</c> has it; fewer than two rows have none.
    /// </summary>
    public static MetricOutcome R2(MetricSample sample)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        if (sample.Total < 2)
            return MetricOutcome.Undefined(MetricReasons.OneRow);
        var residual = CountedSum.Of(sample.Weights, sample.Rows.SquaredError);
        var deviation = sample.Rows.Targets.SquaredDeviations(sample.Weights, sample.TotalWeight);
        return deviation == 0 ? (residual == 0 ? 1.0 : 0.0) : 1 - (residual / deviation);
    }

    /// <summary>Mean of |y - f| / max(|y|, 2⁻⁵²), as scikit-learn's <c>mean_absolute_percentage_error</c>: a share, not percent.</summary>
    public static MetricOutcome Mape(MetricSample sample) => sample.Mean(sample.Rows.Of(RelativeLosses.Absolute));

    /// <summary>Mean of 2 |y - f| / (|y| + |f|), 0 where both are 0; between 0 and 2 (Makridakis, 1993).</summary>
    public static MetricOutcome Smape(MetricSample sample) => sample.Mean(sample.Rows.Of(RelativeLosses.Symmetric));

    /// <summary>Square root of the mean of (ln(1 + y) - ln(1 + f))²; only for labels and predictions of at least 0.</summary>
    public static MetricOutcome Rmsle(MetricSample sample) => Root(MeanUnlessInvalid(sample, RelativeLosses.SquaredLog, MetricReasons.Negative));

    /// <summary>
    /// Mean of |y - f| divided by that of the seasonal naive forecast on the training rows, so below 1 is better than repeating the value
    /// of one season ago (Hyndman and Koehler, 2006).
    /// </summary>
    public static MetricOutcome Mase(MetricSample sample)
    {
        var mae = Mae(sample);
        return !mae.IsDefined ? mae : sample.Rows.Context.NaiveError switch
        {
            null => MetricOutcome.Undefined(MetricReasons.NoNaiveError),
            0 => MetricOutcome.Undefined(MetricReasons.NaiveIsExact),
            { } naive => mae.Value / naive,
        };
    }

    /// <summary>The largest |y - f| of any row drawn.</summary>
    public static MetricOutcome MaxError(MetricSample sample)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var errors = sample.Rows.AbsoluteError;
        var weights = sample.Weights;
        var largest = 0.0;
        for (var i = 0; i < weights.Length; i++)
            largest = weights[i] > 0 && errors[i] > largest ? errors[i] : largest;
        return largest;
    }

    /// <summary>
    /// The median of |y - f|, for an even number of rows the mean of the two in the middle. With weights the smallest error that half of
    /// the weight does not exceed, as scikit-learn's <c>median_absolute_error</c> has both.
    /// </summary>
    public static MetricOutcome MedianError(MetricSample sample) =>
        sample.Emptiness is { } reason ? MetricOutcome.Undefined(reason) : sample.Rows.Of(SortedErrors.Create).Median(sample);

    /// <summary>A mean of losses that are NaN on rows outside the metric's range, on which nothing is defined then.</summary>
    public static MetricOutcome MeanUnlessInvalid(MetricSample sample, Func<ScoredRows, double[]> losses, string invalid)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var mean = CountedSum.Of(sample.Weights, sample.Rows.Of(losses)) / sample.TotalWeight;
        return double.IsNaN(mean) ? MetricOutcome.Undefined(invalid) : mean;
    }

    private static MetricOutcome Root(MetricOutcome mean) => mean.IsDefined ? Math.Sqrt(mean.Value) : mean;
}
