namespace MlOps.Build.Contracts;

/// <summary>One setting that a trainer understands.</summary>
public sealed record Hyperparameter
{
    /// <summary>The name as written in <c>training-config.yaml</c>, snake_case.</summary>
    public required string Name { get; init; }

    /// <summary>The value used when none is given.</summary>
    public required double Default { get; init; }

    /// <summary>Smallest allowed value, inclusive.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Largest allowed value, inclusive.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>True when only whole numbers make sense.</summary>
    public bool Integer { get; init; }

    /// <summary>The words that may be written for it, the value being a word's index; empty for a number.</summary>
    public IReadOnlyList<string> Choices { get => field ?? []; init; }

    /// <summary>Other names that are understood, such as those of XGBoost and scikit-learn.</summary>
    public IReadOnlyList<string> Aliases { get => field ?? []; init; }

    /// <summary>What it does, one sentence.</summary>
    public required string Description { get; init; }
}
