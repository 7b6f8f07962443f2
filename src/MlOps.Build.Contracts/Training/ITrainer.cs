namespace MlOps.Build.Contracts;

/// <summary>Learns a model. Implementations are stateless and safe for concurrent use.</summary>
public interface ITrainer
{
    /// <summary>The name in <c>training-config.yaml</c>, kebab-case.</summary>
    string Name { get; }

    /// <summary>The name in reports, such as "gradient-boosted trees".</summary>
    string DisplayName { get; }

    /// <summary>Every setting it understands.</summary>
    IReadOnlyList<Hyperparameter> Hyperparameters { get; }

    /// <summary>True when the trainer takes NaN as "missing"; otherwise preprocessing imputes.</summary>
    bool HandlesMissing { get; }

    /// <summary>True when the trainer wants numbers on one scale; preprocessing then standardises them by default.</summary>
    bool WantsScaling { get; }

    /// <summary>True when it takes <see cref="FeatureMatrix.Categories"/>; otherwise each category gets a feature of 0 or 1.</summary>
    bool HandlesCategories { get; }

    /// <summary>True when it keeps to <see cref="TrainingRequest.Monotone"/> and <see cref="TrainingRequest.Interactions"/>.</summary>
    bool TakesConstraints { get; }

    /// <summary>What of a request's settings and labels does not fit together, one line with the way out; null when all does.</summary>
    string? Problem(TrainingRequest request);

    /// <summary>True when it can learn the task.</summary>
    bool Supports(LearningTask task);

    /// <summary>Learns from the request.</summary>
    /// <param name="request">Everything that the result may depend on.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Ends the training between two steps.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="TrainingFailedException">Something outside the engine failed, such as a program that trains.</exception>
    TrainerResult Train(TrainingRequest request, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken);
}
