using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Engine.Training;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Trains the configured trainer, those compared with it and the naive baseline, and joins each with its preprocessing.</summary>
internal sealed class TrainStage : IStage
{
    public string Name => StageNames.Train;

    public int Version => 3;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        if (workspace.Configuration(diagnostics) is not { } config || TrainerSources.Of(config, diagnostics) is not { } sources)
            return null;
        var trainers = TrainerFiles.Of(config);
        return new StageInputs
        {
            Files = sources.Files,
            Upstream =
            [
                new(StageNames.Split, StageFiles.Split),
                .. trainers.Select(files => new UpstreamFile(StageNames.Features, files.Preprocessing)).Distinct(),
                .. trainers.Select(files => new UpstreamFile(StageNames.Features, files.Matrix)).Distinct(),
                .. TuneStage.LeftToTrain(config),
            ],
            Options =
            [
                StageInputs.Option("task", config.Task),
                StageInputs.Option("trainers", trainers.Select(files => files.Trainer.Name)),
                StageInputs.Option<IReadOnlyList<KeyValuePair<string, double>>>(
                    "hyperparameters", [.. config.Hyperparameters.OrderBy(setting => setting.Key, StringComparer.Ordinal)]),
                .. sources.Options,
                StageInputs.Option("constraints", config.Constraints),
                StageInputs.Option("calibration", config.Calibration?.ToString() ?? "none"),
                StageInputs.Option("intervals", config.Intervals is { } intervals ? $"{intervals.MethodName} {intervals.Coverage:R}" : "none"),
                StageInputs.Option("seed", config.Seed),
            ],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        if (workspace.Configuration([]) is not { } declared)
            return null;
        var config = workspace.Tuned(declared);
        var summaries = new List<TrainedModelSummary>();
        var trainers = TrainerFiles.Of(config);
        using var tracked = run.Runs.Start(Name, null, Facts, cancellationToken);
        foreach (var files in trainers)
        {
            using var own = files == trainers[0] ? null : run.Runs.Start($"{Name} {files.Trainer.Name}", tracked, Facts, cancellationToken);
            if (Train(workspace, config, files, run, own ?? tracked, cancellationToken) is not { } summary)
                return null;
            summaries.Add(summary);
            own?.End(RunStatus.Finished);
        }

        var training = new TrainingSummary { Model = summaries[0], Others = [.. summaries.Skip(1)], Seed = config.Seed };
        run.Origin = TrainingOrigin.Of(workspace, config.Seed, cancellationToken);
        run.Write(StageFiles.TrainingSummary, training, ContractsJson.Default.TrainingSummary);
        tracked.End(RunStatus.Finished);
        return StageHeadlines.Train(training.Model);

        void Facts(RunChange change) => RunFacts.Add(change, workspace, config, Name, run.Key, cancellationToken);
    }

    private static TrainedModelSummary? Train(
        Workspace workspace, TrainingConfig config, TrainerFiles files, StageRun run, RunRecord tracked, CancellationToken cancellationToken)
    {
        var (label, split) = workspace.Split();
        var features = MatrixFile.Read(workspace.State.File(StageNames.Features, files.Matrix));
        var progress = new StepProgress(files.Trainer.DisplayName, run.Progress, tracked);
        tracked.Add(change => TrainingRuns.Begin(change, config, files.Trainer));
        var trained = ModelTrainer.Train(
            files.Trainer, config, features, label, split, workspace.Project.Threads, run.Diagnostics, progress, cancellationToken);
        if (trained is null)
            return null;
        var preprocessing = OnnxModelReader.Read(File.ReadAllBytes(workspace.State.File(StageNames.Features, files.Preprocessing)));
        var model = OnnxModelWriter.Write(ModelJoiner.Join(preprocessing, OnnxModelReader.Read(trained.Model)));
        run.Write(files.Head, trained.Model);
        run.Write(files.Model, model);
        var summary = trained.Summary with { ModelBytes = model.LongLength };
        TrainingRuns.End(tracked, summary, progress.Told);
        tracked.Add(change => change.Artifacts.Add(new RunArtifact
        {
            Path = StageFiles.Model,
            Sha256 = ContentHash.OfBytes(model),
            Size = model.LongLength,
            File = workspace.State.File(StageNames.Train, files.Model),
        }));
        return summary;
    }

    /// <summary>Tells of steps in words, and the run of their losses; called from the training thread.</summary>
    private sealed class StepProgress(string trainer, IProgress<string>? progress, RunRecord run) : IProgress<TrainingProgress>
    {
        private readonly HashSet<int> _told = [];

        public IReadOnlySet<int> Told => _told;

        public void Report(TrainingProgress value)
        {
            if (value.Text is null && _told.Add(value.Step))
                TrainingRuns.Step(run, value);
            progress?.Report(value.Text is { } text ? $"{trainer}: {text}" : string.Create(
                CultureInfo.InvariantCulture,
                $"{trainer}: step {value.Step}, loss {value.TrainLoss:G5} in training, {value.ValidationLoss:G5} in validation"));
        }
    }
}
