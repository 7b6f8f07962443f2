namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Metrics of the intervals that a model gives with its numbers.</summary>
internal static class IntervalMetrics
{
    /// <summary>The share of rows whose number lies in its interval, ends included.</summary>
    public static MetricOutcome Coverage(MetricSample sample) => Mean(sample, Covered);

    /// <summary>The mean of the upper less the lower end.</summary>
    public static MetricOutcome Width(MetricSample sample) => Mean(sample, Widths);

    private static MetricOutcome Mean(MetricSample sample, Func<ScoredRows, double[]> values) =>
        sample.Rows.Context.Bounds is null ? MetricOutcome.Undefined(MetricReasons.NoBounds) : sample.Mean(sample.Rows.Of(values));

    private static double[] Covered(ScoredRows rows) =>
        Each(rows, (label, lower, upper) => label >= lower && label <= upper ? 1 : 0);

    private static double[] Widths(ScoredRows rows) => Each(rows, (_, lower, upper) => (double)upper - lower);

    private static double[] Each(ScoredRows rows, Func<float, float, float, double> value)
    {
        var bounds = rows.Context.Bounds!;
        var values = new double[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(rows.Labels[i], bounds.Lower[i], bounds.Upper[i]);
        return values;
    }
}
