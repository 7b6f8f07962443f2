namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Metrics of classification with any number of classes.</summary>
internal static class ClassMetrics
{
    /// <summary>Mean of -ln(p of the actual class) over the rows; clipping: <see cref="RowLosses.Epsilon"/>.</summary>
    public static MetricOutcome LogLoss(MetricSample sample) => sample.Mean(sample.Rows.LogLoss);

    /// <summary>Share of rows whose predicted class is the actual one.</summary>
    public static MetricOutcome Accuracy(MetricSample sample) =>
        sample.Total == 0
            ? MetricOutcome.Undefined(MetricReasons.NoRows)
            : (double)sample.Confusion.Correct() / sample.Total;

    /// <summary>
    /// Unweighted mean over classes of 2 TP / (2 TP + FP + FN); a class that no row is or is predicted of does not take part, as with
    /// the default labels of scikit-learn's <c>f1_score(average="macro")</c>.
    /// </summary>
    public static MetricOutcome MacroF1(MetricSample sample)
    {
        var confusion = sample.Confusion;
        var sum = 0.0;
        var classes = 0;
        for (var i = 0; i < confusion.Classes; i++)
        {
            if (confusion.F1(i) is not { } f1)
                continue;
            sum += f1;
            classes++;
        }

        return classes == 0 ? MetricOutcome.Undefined(MetricReasons.NoRows) : sum / classes;
    }
}
