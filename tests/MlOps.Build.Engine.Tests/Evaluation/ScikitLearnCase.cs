using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Tests.Evaluation;

/// <summary>A case of <c>Expected/metrics.json</c> or <c>ranking.json</c>; see the scripts beside them.</summary>
internal sealed record ScikitLearnCase
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<ScikitLearnCase> All { get; } = [.. Read("metrics.json"), .. Read("ranking.json")];

    public required LearningTask Task { get; init; }

    public required string Kind { get; init; }

    public required int Classes { get; init; }

    public required double Threshold { get; init; }

    public required float[] Labels { get; init; }

    /// <summary>The positive class's probability, all classes' probabilities, or predictions.</summary>
    public required float[] Scores { get; init; }

    public double[]? Weights { get; init; }

    public int[]? Lists { get; init; }

    public double? NaiveError { get; init; }

    public required Dictionary<string, double?> Expected { get; init; }

    public double? PrArea { get; init; }

    public double[][] Calibration { get; init; } = [];

    [JsonIgnore]
    public ScoredRows Rows => new(
        Task, Classes, Labels, Task == LearningTask.Binary ? Samples.TwoColumns(Scores) : Scores, Threshold,
        new RowContext { Weights = Weights, Lists = Lists, NaiveError = NaiveError });

    private static ScikitLearnCase[] Read(string name) => JsonSerializer.Deserialize<ScikitLearnCase[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Expected", name)), Options)!;
}
