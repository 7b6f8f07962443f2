using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>The curves that a report draws for a task.</summary>
internal static class EvaluationCurves
{
    /// <summary>Beyond this many classes only the most frequent ones get curves of their own.</summary>
    public const int ClassLimit = 12;

    public static IReadOnlyList<Curve> Of(ScoredRows rows, IReadOnlyList<string> classes, long seed) => rows.Task switch
    {
        LearningTask.Regression => [ResidualSample.Of(rows, seed), .. Present(ResidualQuantiles.Of(rows))],
        LearningTask.Binary => Binary(rows),
        _ => [.. Frequent(rows).SelectMany(index => OneAgainstRest(rows, index, classes[index]))],
    };

    private static IReadOnlyList<Curve> Binary(ScoredRows rows)
    {
        var sample = new MetricSample(rows);
        return [.. OneAgainstRest(rows, 1, null), .. LiftCurves.Of(sample), .. ThresholdCurves.Of(sample)];
    }

    private static IEnumerable<Curve> Present(Curve? curve) => curve is null ? [] : [curve];

    private static IEnumerable<int> Frequent(ScoredRows rows) => Enumerable.Range(0, rows.ClassCount)
        .OrderByDescending(index => rows.Labels.Count(label => label == index))
        .ThenBy(index => index)
        .Take(ClassLimit)
        .Order();

    private static IEnumerable<Curve> OneAgainstRest(ScoredRows rows, int index, string? name)
    {
        var labels = Array.ConvertAll(rows.Labels, label => label == index ? 1f : 0f);
        var scores = new double[rows.Count];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = rows.Scores[(i * rows.ClassCount) + index];
        Curve?[] curves =
        [
            RankingCurves.Roc(labels, scores, name),
            RankingCurves.PrecisionRecall(labels, scores, name),
            CalibrationCurve.Of(labels, scores, name),
        ];
        return curves.OfType<Curve>();
    }
}
