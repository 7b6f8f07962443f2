using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Slices;
using MlOps.Build.Engine.Pipelines.Champions;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>What an evaluation of a project's test rows consists of, whichever model gave the scores.</summary>
internal sealed class EvaluationFrame(
    Workspace workspace, TrainingConfig config, DataSchema schema, Table table, IReadOnlyList<FeatureColumnSummary> columns)
{
    /// <summary>The request of a model alone and against the champion.</summary>
    public EvaluationRequest Of(
        TestScores scores, RowWeights weights, DiagnosticBag diagnostics, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var (label, split) = workspace.Split();
        var lists = new RowLists(config, table, diagnostics).OfTest(split);
        var sampling = diagnostics.HasErrors ? null : new RowSamplingSource(config, table, split.Test, diagnostics).Read();
        return new EvaluationRequest
        {
            Task = config.Task,
            LabelName = config.Label.Name,
            Classes = label.Classes,
            Labels = Array.ConvertAll(split.Test, row => label.Values[row]),
            Scores = scores.Scores,
            Bounds = scores.Bounds,
            Champion = ChampionScorer.Find(
                workspace.Project, ChampionRows.Of(config, schema, table, label.Classes, split.Test, columns), diagnostics, progress, cancellationToken),
            Slices = Slices(config.Evaluation.Slices, split),
            Fairness = Slices(config.Evaluation.Fairness, split),
            NaiveError = NaiveError(label.Values, split.Train),
            Config = config.Evaluation,
            Threshold = scores.Threshold,
            Seed = config.Seed,
            Sampling = sampling ?? new RowSampling(),
            Lists = lists,
            Weights = weights.Of(split.Test, "test"),
            Threads = workspace.Project.Threads,
        };
    }

    private double? NaiveError(float[] labels, int[] rows) =>
        config is { Task: LearningTask.Regression, Split: { Method: SplitMethod.Time, Column: { } name } } && table.Find(name) is { } time
            ? NaiveForecast.Error(labels, time, rows, config.Evaluation.Season)
            : null;

    // The split stage has checked that every column is there.
    private List<SliceColumn> Slices(IReadOnlyList<SliceConfig> slices, Splitting.Split split) =>
        [.. slices.Select(slice => SliceColumn.From(slice, table, schema, split.Train, split.Test)).OfType<SliceColumn>()];
}
