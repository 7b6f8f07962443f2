using MlOps.Build.Engine.Training.Combining;

namespace MlOps.Build.Engine.Configuration;

/// <summary>What <c>trainer: ensemble</c> is made of.</summary>
internal sealed record EnsembleConfig
{
    /// <summary>Names of trainers, each trained with its defaults.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    public EnsembleMethod Method { get; init; } = EnsembleMethod.Stacking;

    /// <summary>Parts that stacking divides the training rows into, 2 to 20.</summary>
    public int Folds { get; init; } = 5;
}
