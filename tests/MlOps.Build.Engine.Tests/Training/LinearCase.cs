using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>A linear model of scikit-learn; see <c>Expected/make_training.py</c>.</summary>
internal sealed record LinearCase
{
    public required string Name { get; init; }

    public required string Data { get; init; }

    public required LearningTask Task { get; init; }

    public required int Classes { get; init; }

    public required double L1 { get; init; }

    public required double L2 { get; init; }

    public required bool Weighted { get; init; }

    public required double[][] Coefficients { get; init; }

    public required double[] Intercepts { get; init; }

    public override string ToString() => $"{Name}, {Data}";
}
