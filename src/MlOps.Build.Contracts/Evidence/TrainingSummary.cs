namespace MlOps.Build.Contracts;

/// <summary>What the training stage did.</summary>
public sealed record TrainingSummary
{
    /// <summary>The model that the build is about.</summary>
    public required TrainedModelSummary Model { get; init; }

    /// <summary>Models trained beside it for comparison (<c>compare_with</c>).</summary>
    public IReadOnlyList<TrainedModelSummary> Others { get => field ?? []; init; } = [];

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }
}
