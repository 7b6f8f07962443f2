using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training;

/// <summary>What one training is given.</summary>
/// <param name="Classes">The label's classes; empty for a number.</param>
/// <param name="Train">The rows that are learned from.</param>
/// <param name="Validation">The rows that decide when to stop, and what to correct.</param>
internal sealed record TrainingParts(IReadOnlyList<string> Classes, TrainingSet Train, TrainingSet Validation)
{
    /// <summary>Whether somebody wants to see the validation loss of each step; without, it is left out where it decides nothing.</summary>
    public bool ShowsLoss { get; init; } = true;

    /// <summary>The validation rows, as far as they matter to what the trainer leaves.</summary>
    public TrainingSet Watched(ITrainer trainer, IReadOnlyDictionary<string, double> settings)
    {
        var idle = !ShowsLoss && TrainerCatalog.Find(trainer.Name) is not null && settings.GetValueOrDefault("early_stopping_rounds") <= 0;
        return idle ? TrainingRows.Take(Validation, []) : Validation;
    }
}
