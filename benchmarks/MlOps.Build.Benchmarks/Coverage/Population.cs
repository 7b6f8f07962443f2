using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Benchmarks.Coverage;

/// <summary>
/// A population that test parts are drawn from, with two models that are equally good in it: their scores are exchangeable, so that
/// every metric has the same true value and every difference is truly 0.
/// </summary>
/// <param name="Name">The name in tables.</param>
/// <param name="Task">The learning task.</param>
/// <param name="Classes">2 for binary, 0 for regression.</param>
/// <param name="Dependence">Rows that belong together: 1 for none; rows a group, or the memory of the series.</param>
/// <param name="Sampling">How resamples are drawn that respect it, from the number of rows.</param>
internal sealed record Population(string Name, LearningTask Task, int Classes, int Dependence, Func<int, RowSampling> Sampling)
{
    // Share of an observation's noise that rows of one group have in common.
    private const double Common = 0.5;

    /// <summary>What makes groups lists; null when their order is not judged.</summary>
    public RankingConfig? Ranking { get; init; }

    /// <summary>The metrics without being asked for.</summary>
    public IReadOnlyList<MetricDefinition> Metrics => Ranking is { } ranking
        ? [.. ranking.Metrics.Select(name => MetricRegistry.Find(name)!)]
        : MetricRegistry.For(Task);

    public static IReadOnlyList<Population> All { get; } =
    [
        new("binary, 11 % positive", LearningTask.Binary, 2, 1, _ => new RowSampling()),
        new("four classes", LearningTask.Multiclass, 4, 1, _ => new RowSampling()),
        new("regression", LearningTask.Regression, 0, 1, _ => new RowSampling()),
        new("binary, groups of 10", LearningTask.Binary, 2, 10, Groups),
        new("regression, groups of 10", LearningTask.Regression, 0, 10, Groups),
        new("binary, in time", LearningTask.Binary, 2, -1, Blocks),
        new("regression, in time", LearningTask.Regression, 0, -1, Blocks),
        new("ranking, lists of 10", LearningTask.Binary, 2, 10, Groups) { Ranking = new RankingConfig { Group = "list" } },
    ];

    /// <summary>Labels and the scores of the two models.</summary>
    public (ScoredRows First, ScoredRows Second) Draw(int rows, SeededRandom random)
    {
        var width = Math.Max(1, Classes);
        var (labels, first, second) = (new float[rows], new float[rows * width], new float[rows * width]);
        var noise = new Noise(random, Dependence, Common);
        for (var row = 0; row < rows; row++)
        {
            var shared = noise.Next();
            if (Task == LearningTask.Binary)
                BinaryRow(row, shared, labels, first, second, random);
            else if (Task == LearningTask.Multiclass)
                ClassRow(row, labels, first, second, random);
            else
                NumberRow(row, shared, labels, first, second, random);
        }

        return (Rows(labels, first), Rows(labels, second));
    }

    private ScoredRows Rows(float[] labels, float[] scores) => new(Task, Classes, labels, scores, 0.2, new RowContext
    {
        Metrics = Metrics,
        Lists = Ranking is null ? null : Groups(labels.Length).Groups,
    });

    // What the models know, and what each sees wrongly; what groups share is unknown to both.
    private static void BinaryRow(int row, double shared, float[] labels, float[] first, float[] second, SeededRandom random)
    {
        var known = 1.2 * Gauss(random);
        labels[row] = random.NextDouble() < Sigmoid(-2.75 + known + (0.9 * shared)) ? 1 : 0;
        foreach (var scores in new[] { first, second })
        {
            var p = (float)Sigmoid(-2.55 + known + (0.5 * Gauss(random)));
            (scores[row * 2], scores[(row * 2) + 1]) = (1 - p, p);
        }
    }

    private static void ClassRow(int row, float[] labels, float[] first, float[] second, SeededRandom random)
    {
        var u = random.NextDouble();
        labels[row] = u < 0.5 ? 0 : u < 0.75 ? 1 : u < 0.9 ? 2 : 3;
        Span<double> known = stackalloc double[4];
        for (var i = 0; i < 4; i++)
            known[i] = Gauss(random) + (labels[row] == i ? 1.5 : 0) - (0.4 * i);
        foreach (var scores in new[] { first, second })
        {
            var sum = 0.0;
            for (var i = 0; i < 4; i++)
                sum += scores[(row * 4) + i] = (float)Math.Exp(known[i] + (0.4 * Gauss(random)));
            for (var i = 0; i < 4; i++)
                scores[(row * 4) + i] /= (float)sum;
        }
    }

    // Right-skewed with heavy residuals, as prices and durations are.
    private static void NumberRow(int row, double shared, float[] labels, float[] first, float[] second, SeededRandom random)
    {
        var known = Math.Exp(0.5 * Gauss(random));
        labels[row] = (float)(known * (1 + (0.3 * shared)));
        first[row] = (float)(known * (1 + (0.1 * Gauss(random))));
        second[row] = (float)(known * (1 + (0.1 * Gauss(random))));
    }

    private static RowSampling Groups(int rows) => new()
    {
        Method = Resampling.Groups,
        Groups = [.. Enumerable.Range(0, rows).Select(row => row / 10)],
    };

    private static RowSampling Blocks(int rows) => new() { Method = Resampling.Blocks, Order = [.. Enumerable.Range(0, rows)] };

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Gauss(SeededRandom random) => Noise.Gauss(random);
}
