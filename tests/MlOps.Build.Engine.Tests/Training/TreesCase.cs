using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>What scikit-learn's histogram boosting reaches on rows that it did not see; see <c>Expected/make_training.py</c>.</summary>
internal sealed record TreesCase
{
    public required string Data { get; init; }

    public required LearningTask Task { get; init; }

    public required int Classes { get; init; }

    public required int Train { get; init; }

    public double? Log_loss { get; init; }

    public double? Rmse { get; init; }

    public double? Accuracy { get; init; }

    public double? Auc { get; init; }

    public override string ToString() => Data;
}
