using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Benchmarks.Comparison;

/// <summary>A committed case with the values that scikit-learn, or NumPy by a published formula, gives.</summary>
internal sealed record ComparedCase
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public required LearningTask Task { get; init; }

    /// <summary>What is special about its rows.</summary>
    public required string Kind { get; init; }

    public required int Classes { get; init; }

    public required double Threshold { get; init; }

    public required float[] Labels { get; init; }

    /// <summary>The positive class's probability, all classes' probabilities, or predictions.</summary>
    public required float[] Scores { get; init; }

    public double[]? Weights { get; init; }

    public int[]? Lists { get; init; }

    public double? NaiveError { get; init; }

    /// <summary>The lower ends of intervals (regression).</summary>
    public float[]? Lower { get; init; }

    public float[]? Upper { get; init; }

    /// <summary>By metric; null where there is no value.</summary>
    public required Dictionary<string, double?> Expected { get; init; }

    /// <summary>The area under the precision-recall curve by trapezes (binary).</summary>
    public double? PrArea { get; init; }

    /// <summary>Mean prediction and observed share by bin of equal mass (binary).</summary>
    public double[][] Calibration { get; init; } = [];

    /// <summary>All cases of a repository.</summary>
    public static IReadOnlyList<ComparedCase> All(string root) => In(Path.Combine(root, "tests", "MlOps.Build.Engine.Tests"));

    /// <summary>All cases of the tests or of a copy of them.</summary>
    public static IReadOnlyList<ComparedCase> In(string tests) => [.. new[] { "metrics.json", "ranking.json" }.SelectMany(name =>
        JsonSerializer.Deserialize<ComparedCase[]>(File.ReadAllText(Path.Combine(tests, "Evaluation", "Expected", name)), Options)!)];

    public ScoredRows Rows() => new(
        Task,
        Classes,
        Labels,
        Task == LearningTask.Binary ? [.. Scores.SelectMany(p => new[] { 1 - p, p })] : Scores,
        Threshold,
        new RowContext
        {
            Weights = Weights,
            Lists = Lists,
            NaiveError = NaiveError,
            Bounds = Lower is { } lower && Upper is { } upper ? new PredictionBounds(lower, upper) : null,
        });
}
