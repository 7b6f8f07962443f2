using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Thresholds;

/// <summary>
/// The threshold that makes a metric largest: every place between two scores is tried, the empty and the whole selection too. Of equally
/// good places the one that calls the fewest rows positive is taken.
/// </summary>
internal static class ThresholdChoice
{
    /// <summary>Names for messages; <c>f2</c> stands for its family.</summary>
    public static readonly IReadOnlyList<string> Metrics = ["f1", "f2", "accuracy", "balanced_accuracy", "mcc", "kappa", "youden"];

    // Recall is largest with every row positive, specificity with none, precision with the one best row: no threshold balances them.
    private static readonly string[] OneSided = ["precision", "recall", "specificity"];

    /// <summary>The metric of that name when a threshold can be chosen for it.</summary>
    public static MetricDefinition? Metric(string name) =>
        MetricRegistry.Find(name) is { Section: "confusion" } metric && metric.Tasks.Contains(Contracts.LearningTask.Binary) && !OneSided.Contains(name)
            ? metric
            : null;

    /// <summary>Null when the metric has no value at any threshold.</summary>
    /// <param name="metric">One of <see cref="Metric"/>.</param>
    /// <param name="rows">Rows that no metric of the report is taken from.</param>
    public static double? Best(MetricDefinition metric, ScoredRows rows)
    {
        var groups = new MetricSample(rows).Groups;
        var (best, place) = (double.NegativeInfinity, -1);
        double positives = 0, negatives = 0;
        for (var called = 0; called <= groups.Scores.Length; called++)
        {
            if (called > 0)
                (positives, negatives) = (positives + groups.Positives[called - 1], negatives + groups.Negatives[called - 1]);
            else if (groups.Scores is [1, ..])
                continue;
            var outcome = Value(metric, [groups.TotalNegatives - negatives, negatives, groups.TotalPositives - positives, positives]);
            if (outcome.IsDefined && outcome.Value > best)
                (best, place) = (outcome.Value, called);
        }

        return place < 0 ? null : Between(groups.Scores, place);
    }

    // A row for each cell of the confusion matrix, weighing as much as the rows in it.
    private static MetricOutcome Value(MetricDefinition metric, double[] cells) => metric.Compute(new MetricSample(new ScoredRows(
        Contracts.LearningTask.Binary,
        2,
        [0, 0, 1, 1],
        [1, 0, 0, 1, 1, 0, 0, 1],
        0.5,
        new RowContext { Weights = cells })));

    private static double Between(ReadOnlySpan<double> scores, int called)
    {
        var upper = called == 0 ? 1 : scores[called - 1];
        var lower = called == scores.Length ? 0 : scores[called];
        return Shortest(lower, upper);
    }

    /// <summary>The number with the fewest digits in the middle half between two scores: far from both, and the same where it is printed.</summary>
    private static double Shortest(double lower, double upper)
    {
        var middle = lower + ((upper - lower) / 2);
        for (var digits = 1; digits <= 15; digits++)
        {
            var rounded = Math.Round(middle, digits);
            if (Math.Abs(rounded - middle) <= (upper - lower) / 4)
                return rounded;
        }

        return middle;
    }
}
