using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation;

/// <summary>Rows for tests.</summary>
internal static class Samples
{
    /// <summary>Probabilities of both classes from those of the positive one.</summary>
    public static float[] TwoColumns(float[] positive) => [.. positive.SelectMany(p => new[] { 1 - p, p })];

    public static ScoredRows Binary(float[] labels, float[] positive, double threshold = 0.5) =>
        new(LearningTask.Binary, 2, labels, TwoColumns(positive), threshold);

    /// <summary>One of three rows positive; positives score higher by <paramref name="skill"/>.</summary>
    public static (float[] Labels, float[] Positive) Noisy(int rows, double skill, long seed)
    {
        var random = new SeededRandom(seed);
        var labels = new float[rows];
        var scores = new float[rows];
        for (var i = 0; i < rows; i++)
        {
            labels[i] = random.Next(3) == 0 ? 1 : 0;
            scores[i] = (float)((random.NextDouble() + (skill * labels[i])) / (1 + skill));
        }

        return (labels, scores);
    }

    public static EvaluationRequest Request(float[] labels, float[] positive) => new()
    {
        Task = LearningTask.Binary,
        LabelName = "Damaged",
        Classes = ["no", "yes"],
        Labels = labels,
        Scores = TwoColumns(positive),
        Config = new EvaluationConfig { Resamples = 200 },
        Seed = 7,
    };

    public static EvaluationSummary Evaluate(EvaluationRequest request) =>
        Evaluator.Evaluate(request, [], TestContext.Current.CancellationToken).ShouldNotBeNull();

    public static MetricValue Metric(this IEnumerable<MetricValue> metrics, string name) => metrics.Single(metric => metric.Name == name);

    public static MetricOutcome Compute(string metric, ScoredRows rows) =>
        MetricRegistry.Find(metric).ShouldNotBeNull().Compute(new MetricSample(rows));
}
