using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.PlugIns;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>
/// Searches for the hyperparameters that have a space. A project without one has nothing to do here, whatever changes. What is found is
/// two files: all trials for people, and the settings alone for the training, which does not run again when a search finds the same.
/// </summary>
internal sealed class TuneStage : IStage
{
    public string Name => StageNames.Tune;

    public int Version => 1;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema || workspace.Configuration(diagnostics) is not { } config)
            return null;
        if (config.Space.Count == 0)
            return new StageInputs();
        var needsTable = NeedsTable(config);
        return new StageInputs
        {
            Upstream =
            [
                new(StageNames.Split, StageFiles.Split),
                .. needsTable ? [new(StageNames.Data, StageFiles.DataSummary)] : Array.Empty<UpstreamFile>(),
                .. LearnsFeatures(config) ? [] : new UpstreamFile[] { new(StageNames.Features, TrainerFiles.Of(config)[0].Matrix) },
            ],
            Options =
            [
                StageInputs.Option("schema", needsTable ? SchemaFile.Write(schema) : ""),
                StageInputs.Option("configuration", Recipe(config, needsTable)),
                .. config.Trainer == PlugInTrainer.TrainerName && config.PlugIn is PlugInTrainer plugIn
                    ? new[] { StageInputs.Option(PlugInTrainer.TrainerName, plugIn.Recipe) }
                    : [],
            ],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        var ignored = new DiagnosticBag();
        if (workspace.Configuration(ignored) is not { } config || workspace.Schema(ignored) is not { } schema)
            return null;
        if (config.Space.Count == 0)
            return "";
        Table? table = null;
        if (NeedsTable(config) && (table = workspace.Table(schema, run.Diagnostics, cancellationToken)) is null)
            return null;
        var (label, split) = workspace.Split();
        var files = TrainerFiles.Of(config)[0];
        var input = new TuningInput
        {
            Config = config,
            Trainer = files.Trainer,
            Label = label,
            Split = split,
            Features = LearnsFeatures(config) ? null : MatrixFile.Read(workspace.State.File(StageNames.Features, files.Matrix)),
            Table = table,
            Schema = table is null ? null : schema,
            Threads = workspace.Project.Threads,
        };
        using var trials = TrialFile.Open(workspace.State.TrialsFile, run.Key);
        using var tracked = run.Runs.Start(Name, null, change => RunFacts.Add(change, workspace, config, Name, run.Key, cancellationToken), cancellationToken);
        input = input with { Runs = new SearchRuns(run.Runs, tracked, Tuner.MetricOf(config).Name, files.Trainer, cancellationToken) };
        var summary = new Tuner(input, cancellationToken).Run(
            trials, TimeProvider.System, run.Diagnostics, run.Progress, fold => TrialFile.Open(workspace.State.OuterTrialsFile(fold), run.Key));
        if (summary is null)
            return null;
        var best = summary.Trials.First(trial => trial.Number == summary.Best);
        run.Write(StageFiles.TuningSummary, summary, ContractsJson.Default.TuningSummary);
        run.Write(
            StageFiles.TunedSettings, [.. best.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal)], OptionJson.Default.TunedSettings);
        Track(tracked, summary, best);
        return StageHeadlines.Tune(summary, best);
    }

    private static void Track(RunRecord tracked, TuningSummary summary, TuningTrial best)
    {
        tracked.Add(change =>
        {
            change.Parameters["method"] = summary.Method;
            change.Parameters["trials"] = $"{summary.Trials.Count}";
            foreach (var (name, value) in best.Settings)
                change.Parameters[$"best.{name}"] = HyperparameterResolver.Written(summary.Trainer, name, value);
            change.Tags["best"] = $"{best.Number}";
        });
        if (best.Value is { } value)
            tracked.Metric(summary.Metric, value);
        if (summary.Nested?.Mean is { } nested)
            tracked.Metric($"nested.{summary.Metric}", nested, 0, summary.Nested.Low, summary.Nested.High);
        tracked.End(RunStatus.Finished);
    }

    /// <summary>What this stage leaves for the trainings.</summary>
    public static IEnumerable<UpstreamFile> LeftToTrain(TrainingConfig config) =>
        config.Space.Count == 0 ? [] : [new UpstreamFile(StageNames.Tune, StageFiles.TunedSettings)];

    /// <summary>What this stage leaves for the report.</summary>
    public static IEnumerable<UpstreamFile> LeftToReport(TrainingConfig config) =>
        config.Space.Count == 0 ? [] : [new UpstreamFile(StageNames.Tune, StageFiles.TuningSummary)];

    private static bool LearnsFeatures(TrainingConfig config) => config.Tuning?.Folds is not null;

    private static bool NeedsTable(TrainingConfig config) =>
        LearnsFeatures(config) || config.Evaluation.Weight is not null || config.Evaluation.Ranking is not null
        || Tuner.MetricOf(config).Name == "mase";

    // All that trials and their metric depend on, and nothing that only the report or the trainers compared with do.
    private static string Recipe(TrainingConfig config, bool needsTable) => TrainingConfigFile.Write(config with
    {
        CompareWith = [],
        Command = null,
        Onnx = null,
        Ensemble = null,
        Calibration = null,
        Intervals = null,
        Drift = null,
        AllowLeakage = [],
        Features = LearnsFeatures(config) ? config.Features : [],
        Exclude = LearnsFeatures(config) ? config.Exclude : new Dictionary<string, SourcePosition>(),
        Tuning = config.Tuning ?? new TuningConfig(),
        Evaluation = new EvaluationConfig
        {
            Threshold = config.Evaluation.Threshold,
            ThresholdMetric = config.Evaluation.ThresholdMetric,
            Ranking = config.Evaluation.Ranking,
            Weight = config.Evaluation.Weight,
            // Of the leaderboard and the nested estimate alone.
            Confidence = config.Tuning is { Nested: null, Trainers: [] } or null ? new EvaluationConfig().Confidence : config.Evaluation.Confidence,
            Season = needsTable ? config.Evaluation.Season : 1,
        },
    });
}
