using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>What scikit-learn's histogram boosting reaches on rows that it did not see; see <c>Expected/make_training.py</c>.</summary>
internal sealed record TreesCase
{
    public required string Data { get; init; }

    public required LearningTask Task { get; init; }

    /// <summary>Root of the mean squared error, or log loss, of each division of the rows.</summary>
    public required double[] Losses { get; init; }

    /// <summary>Accuracy of each division; none for a regression.</summary>
    public required double[] Accuracies { get; init; }

    public override string ToString() => Data;
}
