namespace MlOps.Build.Engine.Configuration;

/// <summary>The values that a search may give one hyperparameter: a range or a choice.</summary>
internal sealed record SearchDimension
{
    /// <summary>Values of a range in a grid, when nothing else is said.</summary>
    public const int DefaultPoints = 5;

    /// <summary>The hyperparameter's own name.</summary>
    public required string Name { get; init; }

    /// <summary>Smallest value of a range, inclusive.</summary>
    public double Minimum { get; init; }

    /// <summary>Largest value of a range, inclusive.</summary>
    public double Maximum { get; init; }

    /// <summary>Whether the values of a range are spread evenly over their logarithms.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>Whether only whole numbers make sense.</summary>
    public bool Integer { get; init; }

    /// <summary>Most values of a range in a grid.</summary>
    public int Points { get; init; } = DefaultPoints;

    /// <summary>The values of a choice, a word by its index; empty for a range.</summary>
    public IReadOnlyList<double> Choices { get; init; } = [];

    /// <summary>When it is searched; null for always.</summary>
    public SearchCondition? When { get; init; }

    public bool IsChoice => Choices.Count > 0;
}
