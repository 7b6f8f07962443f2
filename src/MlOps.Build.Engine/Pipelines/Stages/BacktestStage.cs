using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation.Backtests;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>
/// Repeats the training when the configuration asks for it: on other rows (windows by time or cross-validation, never with the test rows),
/// or on shuffled labels. A project that does not ask has nothing to do here, whatever changes.
/// </summary>
internal sealed class BacktestStage : IStage
{
    public string Name => StageNames.Backtest;

    public int Version => 2;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema || workspace.Configuration(diagnostics) is not { } config)
            return null;
        if (config.Evaluation is { Backtest: null, ShuffledLabels: false })
            return new StageInputs();
        if (TrainerSources.Of(config, diagnostics) is not { } sources)
            return null;
        return new StageInputs
        {
            Files = sources.Files,
            Upstream = [new(StageNames.Data, StageFiles.DataSummary), new(StageNames.Split, StageFiles.Split), .. TuneStage.LeftToTrain(config)],
            Options =
            [
                StageInputs.Option("schema", SchemaFile.Write(schema)),
                StageInputs.Option("configuration", Recipe(config)),
                StageInputs.Option("backtest", config.Evaluation.Backtest),
                StageInputs.Option("shuffled", config.Evaluation.ShuffledLabels),
            ],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        var ignored = new DiagnosticBag();
        if (workspace.Configuration(ignored) is not { } config || workspace.Schema(ignored) is not { } schema)
            return null;
        if (config.Evaluation is { Backtest: null, ShuffledLabels: false })
            return "";
        if (workspace.Table(schema, run.Diagnostics, cancellationToken) is not { } table)
            return null;
        var (label, split) = workspace.Split();
        var input = new BacktestInput
        {
            Table = table,
            Schema = schema,
            Config = workspace.Tuned(config),
            Label = label,
            Split = split,
            Threads = workspace.Project.Threads,
        };
        if (config.Evaluation.ShuffledLabels && !Shuffled(input, run, cancellationToken))
            return null;
        if (config.Evaluation.Backtest is not { } backtest)
            return "trained once more on shuffled labels";
        if (new Backtester(input, backtest, cancellationToken).Run(run.Diagnostics, run.Progress) is not { } summary)
            return null;
        run.Write(StageFiles.BacktestSummary, summary, ContractsJson.Default.BacktestSummary);
        return StageHeadlines.Backtest(summary, config.Task);
    }

    private static bool Shuffled(BacktestInput input, StageRun run, CancellationToken cancellationToken)
    {
        run.Progress?.Report("on shuffled labels");
        var label = ShuffledLabels.Of(input.Label, input.Split, input.Config.Seed);
        var trainer = TrainerCatalog.Find(input.Config, input.Config.Trainer)!;
        if (new BacktestFit(input, cancellationToken).Score([trainer], input.Split, label, run.Diagnostics) is not [{ Values: var scores }])
            return false;
        var outputs = input.Label.Classes.Count == 0 ? ["prediction"] : input.Label.Classes;
        MatrixFile.Write(run.PathOf(StageFiles.ShuffledScores), new FeatureMatrix(input.Split.Test.Length, [.. outputs], scores));
        return true;
    }

    /// <summary>What this stage leaves for the gate and the report.</summary>
    public static IEnumerable<UpstreamFile> Left(TrainingConfig config) =>
        config.Evaluation.Backtest is null ? [] : [new UpstreamFile(StageNames.Backtest, StageFiles.BacktestSummary)];

    /// <summary>What this stage leaves for the evaluation.</summary>
    public static IEnumerable<UpstreamFile> LeftToEvaluate(TrainingConfig config) =>
        config.Evaluation.ShuffledLabels ? [new UpstreamFile(StageNames.Backtest, StageFiles.ShuffledScores)] : [];

    // All that features, training and metrics depend on; where things stand in the file is no part of it, nor are slices.
    private static string Recipe(TrainingConfig config) => TrainingConfigFile.Write(config with
    {
        Command = config.Command?.Recipe(),
        Intervals = null,
        Tuning = null,
        Evaluation = new EvaluationConfig
        {
            Threshold = config.Evaluation.Threshold,
            ThresholdMetric = config.Evaluation.ThresholdMetric,
            Confidence = config.Evaluation.Confidence,
            Metrics = config.Evaluation.Metrics,
            Ranking = config.Evaluation.Ranking,
            Weight = config.Evaluation.Weight,
            Season = config.Evaluation.Season,
        },
    });
}
