namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Metrics of classification with any number of classes.</summary>
internal static class ClassMetrics
{
    /// <summary>Mean of -ln(p of the actual class) over the rows; clipping: <see cref="RowLosses.Epsilon"/>.</summary>
    public static MetricOutcome LogLoss(MetricSample sample) => sample.Mean(sample.Rows.LogLoss);

    /// <summary>Share of rows whose predicted class is the actual one.</summary>
    public static MetricOutcome Accuracy(MetricSample sample) =>
        sample.Emptiness is { } reason ? MetricOutcome.Undefined(reason) : sample.Confusion.Correct / sample.Confusion.Total;

    /// <summary>The mean recall of the classes that have rows, as in scikit-learn's <c>balanced_accuracy_score</c>.</summary>
    public static MetricOutcome BalancedAccuracy(MetricSample sample)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var confusion = sample.Confusion;
        var (sum, classes) = (0.0, 0);
        for (var i = 0; i < confusion.Classes; i++)
        {
            if (confusion.Actual(i) == 0)
                continue;
            sum += confusion[i, i] / confusion.Actual(i);
            classes++;
        }

        return sum / classes;
    }

    /// <summary>
    /// Unweighted mean over classes of 2 TP / (2 TP + FP + FN); a class that no row is or is predicted of does not take part, as with
    /// the default labels of scikit-learn's <c>f1_score(average="macro")</c>.
    /// </summary>
    public static MetricOutcome MacroF1(MetricSample sample)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var (sum, classes) = (0.0, 0);
        for (var i = 0; i < sample.Confusion.Classes; i++)
        {
            if (sample.Confusion.F1(i) is not { } f1)
                continue;
            sum += f1;
            classes++;
        }

        return sum / classes;
    }

    /// <summary>The mean of the classes' F1 weighted by their rows.</summary>
    public static MetricOutcome WeightedF1(MetricSample sample)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var confusion = sample.Confusion;
        var sum = 0.0;
        for (var i = 0; i < confusion.Classes; i++)
            sum += confusion.Actual(i) * (confusion.F1(i) ?? 0);
        return sum / confusion.Total;
    }

    /// <summary>Share of rows whose actual class is among the <paramref name="k"/> most probable ones.</summary>
    public static MetricOutcome TopK(MetricSample sample, int k)
    {
        if (sample.Emptiness is { } reason)
            return MetricOutcome.Undefined(reason);
        var places = sample.Rows.Of(PredictedClasses.Places);
        var weights = sample.Weights;
        var hits = 0.0;
        for (var i = 0; i < weights.Length; i++)
            hits += places[i] < k ? weights[i] : 0;
        return hits / sample.TotalWeight;
    }
}
