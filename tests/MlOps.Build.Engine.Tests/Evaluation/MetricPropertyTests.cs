using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Evaluation;

public sealed class MetricPropertyTests
{
    public static TheoryData<long> Seeds => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ranking_metrics_do_not_change_under_a_monotone_transformation(long seed)
    {
        var (labels, scores) = Ties(seed);
        float[] squeezed = [.. scores.Select(score => (score / 2) + 0.25f)];

        foreach (var metric in new[] { "auc", "pr_auc" })
            Value(metric, labels, squeezed).ShouldBe(Value(metric, labels, scores));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Turned_scores_give_one_minus_the_auc(long seed)
    {
        var (labels, scores) = Ties(seed);
        Value("auc", labels, [.. scores.Select(score => 1 - score)]).ShouldBe(1 - Value("auc", labels, scores), 1e-15);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Turned_labels_and_scores_give_the_same_auc(long seed)
    {
        var (labels, scores) = Ties(seed);
        Value("auc", [.. labels.Select(label => 1 - label)], [.. scores.Select(score => 1 - score)]).ShouldBe(Value("auc", labels, scores));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_rows_does_not_matter(long seed)
    {
        var (labels, scores) = Ties(seed);
        var order = Enumerable.Range(0, labels.Length).ToArray();
        new SeededRandom(seed).Shuffle<int>(order);
        var rows = Samples.Binary(labels, scores);

        foreach (var metric in MetricRegistry.For(LearningTask.Binary))
            Samples.Compute(metric.Name, rows.Take(order)).Value.ShouldBe(Samples.Compute(metric.Name, rows).Value, 1e-14, metric.Name);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Drawing_a_row_twice_is_having_it_twice(long seed)
    {
        var (labels, scores) = Ties(seed);
        foreach (var rows in AllTasks(labels, scores))
        {
            var random = new SeededRandom(seed, 1);
            int[] counts = [.. labels.Select((_, row) => row < 4 ? 1 : random.Next(4))];
            var sample = new MetricSample(rows);
            sample.Reset(counts);
            var repeated = rows.Take([.. counts.SelectMany((count, row) => Enumerable.Repeat(row, count))]);

            foreach (var metric in MetricRegistry.For(rows.Task))
            {
                var expected = Samples.Compute(metric.Name, repeated).Value;
                metric.Compute(sample).Value.ShouldBe(expected, 1e-12 * Math.Max(1, Math.Abs(expected)), metric.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void F1_is_the_harmonic_mean_of_precision_and_recall(long seed)
    {
        var (labels, scores) = Ties(seed);
        var (precision, recall) = (Value("precision", labels, scores), Value("recall", labels, scores));
        Value("f1", labels, scores).ShouldBe(2 * precision * recall / (precision + recall), 1e-14);
    }

    [Fact]
    public void Every_metric_names_itself_once_and_every_primary_metric_exists()
    {
        MetricRegistry.All.Select(metric => metric.Name).ShouldBeUnique();
        foreach (var task in Enum.GetValues<LearningTask>())
            MetricRegistry.For(task).ShouldContain(MetricRegistry.Primary(task));
    }

    private static double Value(string metric, float[] labels, float[] scores) =>
        Samples.Compute(metric, Samples.Binary(labels, scores)).Value;

    private static IEnumerable<ScoredRows> AllTasks(float[] labels, float[] scores) =>
    [
        Samples.Binary(labels, scores),
        new(LearningTask.Multiclass, 2, labels, Samples.TwoColumns(scores), 0.5),
        new(LearningTask.Regression, 0, labels, scores, 0.5),
    ];

    // Multiples of 1/16 are exact in float32, so ties stay ties under the transformations above.
    private static (float[] Labels, float[] Scores) Ties(long seed)
    {
        var (labels, scores) = Samples.Noisy(80, 0.3, seed);
        return (labels, [.. scores.Select(score => MathF.Floor(score * 16) / 16)]);
    }
}
