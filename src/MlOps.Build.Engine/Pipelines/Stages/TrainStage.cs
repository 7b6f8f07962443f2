using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Onnx;
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
        foreach (var files in TrainerFiles.Of(config))
        {
            if (Train(workspace, config, files, run, cancellationToken) is not { } summary)
                return null;
            summaries.Add(summary);
        }

        var training = new TrainingSummary { Model = summaries[0], Others = [.. summaries.Skip(1)], Seed = config.Seed };
        run.Origin = TrainingOrigin.Of(workspace, config.Seed, cancellationToken);
        run.Write(StageFiles.TrainingSummary, training, ContractsJson.Default.TrainingSummary);
        return StageHeadlines.Train(training.Model);
    }

    private static TrainedModelSummary? Train(
        Workspace workspace, TrainingConfig config, TrainerFiles files, StageRun run, CancellationToken cancellationToken)
    {
        var (label, split) = workspace.Split();
        var features = MatrixFile.Read(workspace.State.File(StageNames.Features, files.Matrix));
        var progress = new StepProgress(files.Trainer.DisplayName, run.Progress);
        var trained = ModelTrainer.Train(
            files.Trainer, config, features, label, split, workspace.Project.Threads, run.Diagnostics, progress, cancellationToken);
        if (trained is null)
            return null;
        var preprocessing = OnnxModelReader.Read(File.ReadAllBytes(workspace.State.File(StageNames.Features, files.Preprocessing)));
        var model = OnnxModelWriter.Write(ModelJoiner.Join(preprocessing, OnnxModelReader.Read(trained.Model)));
        run.Write(files.Head, trained.Model);
        run.Write(files.Model, model);
        return trained.Summary with { ModelBytes = model.LongLength };
    }

    /// <summary>Tells of steps in words; called from the training thread.</summary>
    private sealed class StepProgress(string trainer, IProgress<string>? progress) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress?.Report(value.Text is { } text ? $"{trainer}: {text}" : string.Create(
            CultureInfo.InvariantCulture,
            $"{trainer}: step {value.Step}, loss {value.TrainLoss:G5} in training, {value.ValidationLoss:G5} in validation"));
    }
}
