using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.PlugIns;

/// <summary>What a trainer of somebody else's says of itself.</summary>
internal sealed record TrainerDescription
{
    /// <summary>The full name of its type.</summary>
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Hyperparameter> Hyperparameters { get; init; }

    public required IReadOnlyList<LearningTask> Tasks { get; init; }

    public bool HandlesMissing { get; init; }

    public bool WantsScaling { get; init; }

    public bool HandlesCategories { get; init; }

    public bool TakesConstraints { get; init; }

    public static TrainerDescription Of(ITrainer trainer) => new()
    {
        Type = trainer.GetType().FullName!,
        Name = trainer.Name,
        DisplayName = trainer.DisplayName,
        Hyperparameters = trainer.Hyperparameters,
        Tasks = [.. Enum.GetValues<LearningTask>().Where(trainer.Supports)],
        HandlesMissing = trainer.HandlesMissing,
        WantsScaling = trainer.WantsScaling,
        HandlesCategories = trainer.HandlesCategories,
        TakesConstraints = trainer.TakesConstraints,
    };
}
