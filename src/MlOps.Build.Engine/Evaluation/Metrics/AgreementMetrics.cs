namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>How far predicted and actual classes agree beyond what their shares alone would give.</summary>
internal static class AgreementMetrics
{
    /// <summary>
    /// Matthews correlation (Matthews, 1975) for any number of classes (Gorodkin, 2004): with c rows correct of s, t(k) of class k and
    /// p(k) predicted so, (c s - Σ p(k) t(k)) / sqrt((s² - Σ p(k)²) (s² - Σ t(k)²)). 0 when one class is predicted of all rows or all
    /// rows have one class, as scikit-learn's <c>matthews_corrcoef</c> has it.
    /// </summary>
    public static MetricOutcome Matthews(MetricSample sample)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var confusion = sample.Confusion;
        double both = 0, actual = 0, predicted = 0;
        for (var i = 0; i < confusion.Classes; i++)
        {
            both += confusion.Actual(i) * confusion.Predicted(i);
            actual += confusion.Actual(i) * (confusion.Total - confusion.Actual(i));
            predicted += confusion.Predicted(i) * (confusion.Total - confusion.Predicted(i));
        }

        return actual == 0 || predicted == 0
            ? 0.0
            : ((confusion.Correct * confusion.Total) - both) / (Math.Sqrt(actual) * Math.Sqrt(predicted));
    }

    /// <summary>
    /// Cohen's kappa (Cohen, 1960): 1 - (share of rows wrong) / (share expected wrong if predictions were dealt out at random).
    /// </summary>
    public static MetricOutcome Kappa(MetricSample sample)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var confusion = sample.Confusion;
        double expectedWrong = 0, wrong = 0;
        for (var i = 0; i < confusion.Classes; i++)
        {
            expectedWrong += confusion.Actual(i) * (confusion.Total - confusion.Predicted(i));
            wrong += confusion.Actual(i) - confusion[i, i];
        }

        return expectedWrong == 0
            ? MetricOutcome.Undefined(MetricReasons.OneClassAgreed)
            : 1 - (wrong * confusion.Total / expectedWrong);
    }
}
