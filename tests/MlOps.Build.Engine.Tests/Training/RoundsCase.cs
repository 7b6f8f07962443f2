using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>The loss of scikit-learn's histogram boosting after each round; see <c>Expected/make_training.py</c>.</summary>
internal sealed record RoundsCase
{
    public required string Data { get; init; }

    public required LearningTask Task { get; init; }

    /// <summary>Mean squared error or log loss on rows not learned from, round after round.</summary>
    public required double[] Losses { get; init; }
}
