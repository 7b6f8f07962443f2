using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>
/// Mean and spread of a metric over windows. Folds of a cross-validation share training rows, so s²/J understates the variance of their
/// mean; the corrected one is s² (1/J + n_test/n_train) (Nadeau and Bengio, 2003, Inference for the generalization error).
/// </summary>
internal static class BacktestStatistics
{
    /// <summary>One entry a metric, in the order of the first window that has any.</summary>
    /// <param name="windows">The windows as judged.</param>
    /// <param name="confidence">Of the intervals of means; null leaves them out.</param>
    public static IReadOnlyList<BacktestMetric> Of(IReadOnlyList<BacktestWindow> windows, double? confidence)
    {
        var learned = windows.Where(window => window.Reason is null).ToList();
        if (learned.Count == 0)
            return [];
        var share = learned.Sum(window => (double)window.Rows) / learned.Sum(window => (double)window.TrainingRows);
        return [.. learned[0].Metrics.Select(metric => Of(metric.Name, Values(learned, metric.Name), share, confidence))];
    }

    private static double[] Values(List<BacktestWindow> windows, string name) =>
    [
        .. windows.Select(window => window.Metrics.FirstOrDefault(metric => metric.Name == name)?.Value).OfType<double>(),
    ];

    /// <summary>One metric.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its value in each window.</param>
    /// <param name="share">Judged rows a training row.</param>
    /// <param name="confidence">Of the interval; null leaves it out.</param>
    public static BacktestMetric Of(string name, double[] values, double share, double? confidence)
    {
        var metric = new BacktestMetric { Name = name, Windows = values.Length };
        if (values.Length == 0)
            return metric;
        var mean = FixedSum.Sum(values) / values.Length;
        metric = metric with { Mean = mean, Minimum = values.Min(), Maximum = values.Max() };
        if (values.Length < 2)
            return metric;
        var squares = Array.ConvertAll(values, value => (value - mean) * (value - mean));
        var variance = FixedSum.Sum(squares) / (values.Length - 1);
        metric = metric with { StandardDeviation = Math.Sqrt(variance) };
        if (confidence is not { } wanted)
            return metric;
        var half = StudentT.Critical(wanted, values.Length - 1) * Math.Sqrt(variance * ((1.0 / values.Length) + share));
        return metric with { Low = mean - half, High = mean + half };
    }
}
