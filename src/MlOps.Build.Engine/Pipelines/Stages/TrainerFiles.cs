using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>
/// A trainer of the build and the names of its files. Trainers that want other features than the configured one have a preprocessing of
/// their own.
/// </summary>
internal sealed record TrainerFiles(ITrainer Trainer, string Preprocessing, string Matrix, string Head, string Model)
{
    /// <summary>The configured trainer first, then those compared with, then the naive baseline.</summary>
    public static IReadOnlyList<TrainerFiles> Of(TrainingConfig config)
    {
        var chosen = Find(config, config.Trainer);
        var main = new TrainerFiles(chosen, StageFiles.Preprocessing, StageFiles.FeatureMatrix, StageFiles.Head, StageFiles.Model);
        var others = config.CompareWith.Append(TrainerCatalog.Baseline).Where(name => name != config.Trainer).Distinct().Select(name => Find(config, name));
        return [main, .. others.Select(other => Of(other, TrainerTraits.Of(other) == TrainerTraits.Of(chosen)))];
    }

    // A configuration that names an unknown trainer does not parse.
    private static ITrainer Find(TrainingConfig config, string name) =>
        TrainerCatalog.Find(config, name) ?? throw new InvalidOperationException($"The trainer '{name}' is not in the catalog.");

    // The baseline looks at no feature, so any matrix will do.
    private static TrainerFiles Of(ITrainer trainer, bool sharesFeatures)
    {
        var own = $"{trainer.Name}.";
        var (head, model) = (own + StageFiles.Head, own + "onnx");
        return sharesFeatures || trainer.Name == TrainerCatalog.Baseline
            ? new(trainer, StageFiles.Preprocessing, StageFiles.FeatureMatrix, head, model)
            : new(trainer, own + StageFiles.Preprocessing, own + StageFiles.FeatureMatrix, head, model);
    }
}
