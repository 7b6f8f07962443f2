namespace MlOps.Build.Contracts;

/// <summary>Everything that a trainer may depend on: the same request gives the same bits.</summary>
public sealed record TrainingRequest
{
    /// <summary>The learning task.</summary>
    public required LearningTask Task { get; init; }

    /// <summary>The number of classes; 2 for binary, 0 for regression.</summary>
    public required int ClassCount { get; init; }

    /// <summary>The classes' names in the order of their indices; empty for a regression, and where nobody needs them.</summary>
    public IReadOnlyList<string> Classes { get => field ?? []; init; }

    /// <summary>The examples to learn from.</summary>
    public required TrainingSet Train { get; init; }

    /// <summary>The examples that decide when to stop.</summary>
    public required TrainingSet Validation { get; init; }

    /// <summary>Every hyperparameter of the trainer by name, defaults filled in.</summary>
    public required IReadOnlyDictionary<string, double> Hyperparameters { get; init; }

    /// <summary>
    /// A direction a feature: 1 when the prediction must not fall with it, -1 when it must not rise, else 0. Empty when nothing is constrained.
    /// </summary>
    public IReadOnlyList<int> Monotone { get => field ?? []; init; }

    /// <summary>Groups of features that may depend on each other; a feature of no group stands alone. Empty when all may.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Interactions { get => field ?? []; init; }

    /// <summary>The seed of everything that is drawn.</summary>
    public required long Seed { get; init; }

    /// <summary>How many threads may be used; never changes the result.</summary>
    public int Threads { get; init; } = 1;
}
