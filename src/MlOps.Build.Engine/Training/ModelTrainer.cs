using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training.Calibration;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Training.Intervals;
using MlOps.Build.Engine.Training.Trees.Ensembles;

namespace MlOps.Build.Engine.Training;

/// <summary>Trains one trainer on a split: the train stage's work for the configured trainer, the compared ones and the baseline.</summary>
internal static class ModelTrainer
{
    /// <summary>
    /// Trains with the configured hyperparameters and calibration when the trainer is the configured one, and with its defaults otherwise.
    /// Returns null, and says why in the diagnostics, when the input cannot be learned from or the loss diverged.
    /// </summary>
    /// <param name="trainer">Who learns.</param>
    /// <param name="config">Task, hyperparameters and seed.</param>
    /// <param name="features">All rows of the table, preprocessed for this trainer.</param>
    /// <param name="label">The label of each row of the table.</param>
    /// <param name="split">Which rows are learned from and which decide when to stop and calibrate.</param>
    /// <param name="threads">How many threads may be used; never changes the result.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Ends the training between two steps.</param>
    public static TrainedModel? Train(
        ITrainer trainer,
        TrainingConfig config,
        FeatureMatrix features,
        Label label,
        Split split,
        int threads,
        DiagnosticBag diagnostics,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var parts = new TrainingParts(label.Classes, TrainingRows.Of(features, label, split.Train), TrainingRows.Of(features, label, split.Validation));
        return Train(trainer, config, parts, threads, diagnostics, progress, cancellationToken);
    }

    /// <summary>The same from rows that were taken apart before.</summary>
    public static TrainedModel? Train(
        ITrainer trainer,
        TrainingConfig config,
        TrainingParts parts,
        int threads,
        DiagnosticBag diagnostics,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (trainer is AutoTrainer auto)
            (trainer, config) = auto.Of(config);
        var declared = trainer.Name == config.Trainer ? config.Hyperparameters : new Dictionary<string, double>();
        var request = new TrainingRequest
        {
            Task = config.Task,
            ClassCount = parts.Classes.Count,
            Classes = parts.Classes,
            Train = parts.Train,
            Validation = parts.Validation,
            Hyperparameters = HyperparameterResolver.Resolve(trainer, declared),
            Seed = config.Seed,
            Threads = threads,
        };
        if (trainer.Name == config.Trainer)
        {
            var errors = diagnostics.Count(item => item.Severity == DiagnosticSeverity.Error);
            request = new FeatureConstraints(config, parts.Train.Features.Names, diagnostics).AddTo(request);
            if (diagnostics.Count(item => item.Severity == DiagnosticSeverity.Error) > errors)
                return null;
        }

        if (!TrainingInput.Check(trainer, request, parts.Classes, diagnostics))
            return null;
        request = request with { Validation = parts.Watched(trainer, request.Hyperparameters) };
        if (Learn(trainer, config, request, diagnostics, progress, cancellationToken) is not { } result
            || !TrainingInput.CheckLoss(trainer, result, diagnostics))
        {
            return null;
        }

        var trained = new TrainedModel(result.Model, Summary(trainer, request, result));
        return trainer.Name == config.Trainer
            ? Finished(trained, config, parts.Validation, new ThreadTeam(threads, cancellationToken), diagnostics)
            : trained;
    }

    // What the validation rows say of the learned model: nothing of them is learned by the trainer.
    private static TrainedModel? Finished(
        TrainedModel trained, TrainingConfig config, TrainingSet validation, ThreadTeam team, DiagnosticBag diagnostics) => config switch
        {
            { Calibration: { } method } => Calibrated(trained, method, validation, team, diagnostics),
            { Intervals: { } intervals } => WithIntervals(trained, intervals, validation, team, diagnostics),
            _ => trained,
        };

    private static TrainedModel? WithIntervals(
        TrainedModel trained, IntervalConfig intervals, TrainingSet validation, ThreadTeam team, DiagnosticBag diagnostics)
    {
        if (ConformalIntervals.Add(intervals, trained.Model, validation, team, diagnostics) is not var (model, summary))
            return null;
        return new TrainedModel(model, trained.Summary with { Intervals = summary, ModelBytes = model.LongLength });
    }

    private static TrainerResult? Learn(
        ITrainer trainer,
        TrainingConfig config,
        TrainingRequest request,
        DiagnosticBag diagnostics,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        try
        {
            return trainer.Train(request, progress, cancellationToken);
        }
        catch (TrainingFailedException exception)
        {
            diagnostics.Error(exception.Code, exception.Message, config.PositionOf(trainer.Name));
            return null;
        }
    }

    private static TrainedModel? Calibrated(
        TrainedModel trained, CalibrationMethod method, TrainingSet validation, ThreadTeam team, DiagnosticBag diagnostics)
    {
        if (Calibrator.Calibrate(method, trained.Model, validation, team, diagnostics) is not { } calibrated)
            return null;
        return new TrainedModel(
            calibrated.Model, trained.Summary with { Calibration = calibrated.Summary, ModelBytes = calibrated.Model.LongLength });
    }

    private static TrainedModelSummary Summary(ITrainer trainer, TrainingRequest request, TrainerResult result) => new()
    {
        Trainer = trainer.Name,
        DisplayName = trainer.DisplayName,
        Hyperparameters = request.Hyperparameters,
        Loss = result.Loss,
        Steps = result.Steps,
        BestStep = result.BestStep,
        StoppedEarly = result.StoppedEarly,
        ModelBytes = result.Model.LongLength,
        TrainingRowsKept = result.TrainingRowsKept,
        Metrics = result.Metrics.Count == 0 ? null : result.Metrics,
        Members = result.Members,
        Coefficients = result.Coefficients,
        Gains = GainShares.Of(result.Gains, request.Train.Features.Names),
    };
}
