using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Evaluation.Importances.Attribution;
using MlOps.Build.Engine.Evaluation.Importances.Dependence;
using MlOps.Build.Engine.Evaluation.Slices.Search;
using MlOps.Build.Engine.Evaluation.Thresholds;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Pipelines.Champions;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Baseline;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Scores the test rows with every model, and judges them.</summary>
internal sealed class EvaluateStage : IStage
{
    public string Name => StageNames.Evaluate;

    public int Version => 8;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema || workspace.Configuration(diagnostics) is not { } config)
            return null;
        var trainers = TrainerFiles.Of(config);
        return new StageInputs
        {
            Upstream =
            [
                new(StageNames.Data, StageFiles.DataSummary),
                new(StageNames.Split, StageFiles.Split),
                new(StageNames.Split, StageFiles.SplitSummary),
                new(StageNames.Train, StageFiles.Model),
                new(StageNames.Features, StageFiles.FeatureSummary),
                .. trainers.Select(files => new UpstreamFile(StageNames.Features, files.Matrix)).Distinct(),
                .. trainers.Select(files => new UpstreamFile(StageNames.Train, files.Head)),
                .. BacktestStage.LeftToEvaluate(config),
            ],
            Options =
            [
                StageInputs.Option("task", config.Task),
                StageInputs.Option("label", config.Label.Name),
                StageInputs.Option("trainers", trainers.Select(files => files.Trainer.Name)),
                StageInputs.Option("evaluation", config.Evaluation),
                StageInputs.Option("resampling", ResamplingConfig.For(config)),
                StageInputs.Option("sensitive", schema.Columns.Where(column => column.Sensitive).Select(column => column.Name)),
                StageInputs.Option("split", $"{config.Split.Method} {config.Split.Column}"),
                StageInputs.Option("drift", config.Drift),
                StageInputs.Option("seed", config.Seed),
                StageInputs.Option("champion", ChampionKey(workspace)),
                StageInputs.Option("test set", TestSetUses.Of(workspace, config.Evaluation.TestSetLimit)),
            ],
        };
    }

    // By content, not by place: colleagues with another folder for the same feed share the cache.
    internal static string ChampionKey(Workspace workspace) =>
        ChampionFinder.Find(workspace.Project) is { } path ? workspace.Hashes.Of(path) ?? "absent " + path : "none";

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        var ignored = new DiagnosticBag();
        if (workspace.Schema(ignored) is not { } schema
            || workspace.Configuration(ignored) is not { } config
            || workspace.Table(schema, run.Diagnostics, cancellationToken) is not { } table)
        {
            return null;
        }

        var request = Request(workspace, config, schema, table, run, cancellationToken);
        run.Progress?.Report("bootstrap and importances");
        if (run.Diagnostics.HasErrors || Evaluator.Evaluate(request, run.Diagnostics, cancellationToken) is not { } evaluation)
            return null;
        evaluation = evaluation with { TestSet = TestSetUses.Of(workspace, config.Evaluation.TestSetLimit) };
        TestSetUses.Warn(
            evaluation.TestSet, workspace.Project.PackageId ?? workspace.Project.Name, config.PositionOf("evaluation.test_set_limit"), run.Diagnostics);
        run.Write(StageFiles.EvaluationSummary, evaluation, ContractsJson.Default.EvaluationSummary);
        run.Write(StageFiles.Drift, InputDrift.Of(workspace, config, table, FeatureColumns(workspace)), ContractsJson.Default.DriftSummary);
        run.Write(StageFiles.Predictions, PredictionsFile.Write(table, workspace.Split().Split.Test, request));
        TrainingRuns.Evaluated(workspace, config, run, evaluation, cancellationToken);
        return StageHeadlines.Evaluate(evaluation);
    }

    private static EvaluationRequest Request(
        Workspace workspace, TrainingConfig config, DataSchema schema, Table table, StageRun run, CancellationToken cancellationToken)
    {
        var (label, split) = workspace.Split();
        var scorers = new List<(ITrainer Trainer, FeatureMatrix Rows, HeadScorer Head, double? Threshold)>();
        var weights = RowWeights.OfMetrics(config, table, run.Diagnostics);
        var chosenBy = config.Evaluation.ThresholdMetric is null ? null : weights.Of(split.Validation, "validation");
        AttributionRequest? attribution = null;
        foreach (var files in TrainerFiles.Of(config))
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Progress?.Report($"scoring with {files.Trainer.DisplayName}");
            var rows = MatrixFile.Read(workspace.State.File(StageNames.Features, files.Matrix));
            var model = File.ReadAllBytes(workspace.State.File(StageNames.Train, files.Head));
            var scorer = HeadScorer.Load(model);
            if (scorers.Count == 0)
                attribution = AttributionRequest.Of(model, rows, split.Train, workspace.Project.Threads);
            var threshold = ModelThreshold.Of(
                config, label.Classes, Labels(label, split.Validation), () => scorer.Score(rows.Take(split.Validation)), chosenBy, run.Diagnostics);
            scorers.Add((files.Trainer, rows.Take(split.Test), scorer, threshold));
        }

        var (_, features, head, ownThreshold) = scorers[0];
        var columns = FeatureColumns(workspace);
        var frame = new EvaluationFrame(workspace, config, schema, table, columns);
        return frame.Of(new TestScores(head.Score(features), head.Bounds(features), ownThreshold), weights, run.Diagnostics, run.Progress, cancellationToken) with
        {
            References =
            [
                .. References(scorers.Skip(1)),
                .. NaiveBaselines.Of(config, table, label, split, run.Diagnostics),
                .. config.Evaluation.ShuffledLabels ? [Shuffled(workspace)] : Array.Empty<ReferenceScores>(),
            ],
            SearchColumns = config.Evaluation.FindSlices ? SearchColumns(config, schema, table, split, columns) : [],
            Importances = new() { Features = features, Columns = columns, Score = head.Score, Attribution = attribution },
            DependenceGrid = config.Evaluation.Dependence ? name => Grid(name, schema, table, split.Test) : null,
        };
    }

    private static IReadOnlyList<FeatureColumnSummary> FeatureColumns(Workspace workspace) =>
        workspace.Read(StageNames.Features, StageFiles.FeatureSummary, ContractsJson.Default.FeatureSummary).Columns;

    private static float[] Labels(Label label, int[] rows) => Array.ConvertAll(rows, row => label.Values[row]);

    // The baseline comes first in every report.
    private static IReadOnlyList<ReferenceScores> References(
        IEnumerable<(ITrainer Trainer, FeatureMatrix Rows, HeadScorer Head, double? Threshold)> scorers) =>
    [
        .. scorers.OrderBy(scorer => scorer.Trainer.Name == TrainerCatalog.Baseline ? 0 : 1).Select(scorer => new ReferenceScores
        {
            Name = scorer.Trainer.Name.Replace('-', '_'),
            DisplayName = scorer.Trainer.DisplayName,
            Scores = scorer.Head.Score(scorer.Rows),
            Threshold = scorer.Threshold,
        }),
    ];

    private static ReferenceScores Shuffled(Workspace workspace) => new()
    {
        Name = ShuffledLabels.Reference,
        DisplayName = "trained on shuffled labels",
        Scores = MatrixFile.Read(workspace.State.File(StageNames.Backtest, StageFiles.ShuffledScores)).Values,
    };

    // Declared slices come first, so that their columns are among those that are paired.
    private static List<SearchColumn> SearchColumns(
        TrainingConfig config, DataSchema schema, Table table, Splitting.Split split, IReadOnlyList<FeatureColumnSummary> features) =>
    [
        .. config.Evaluation.Slices.SelectMany(slice => slice.Parts).Select(part => part.Column)
            .Concat(features.SelectMany(feature => feature.Sources))
            .Distinct(StringComparer.Ordinal)
            .Select(table.Find).OfType<Column>()
            .Select(column => SearchColumn.From(column, split.Train, split.Test, schema.Find(column.Name) is { Sensitive: true })),
    ];

    // What single rows hold of a sensitive column is not shown.
    private static IReadOnlyList<GridValue> Grid(string name, DataSchema schema, Table table, int[] testRows) =>
        schema.Find(name) is not { Sensitive: true } && table.Find(name) is { } column ? DependenceGrid.Of(column, testRows) : [];
}
