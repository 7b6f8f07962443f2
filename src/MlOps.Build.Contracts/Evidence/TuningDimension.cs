namespace MlOps.Build.Contracts;

/// <summary>A hyperparameter and the values that it may take in a search.</summary>
public sealed record TuningDimension
{
    /// <summary>The hyperparameter's name.</summary>
    public required string Name { get; init; }

    /// <summary>Smallest value, inclusive; null for a choice.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest value, inclusive; null for a choice.</summary>
    public double? Maximum { get; init; }

    /// <summary>True when values are spread evenly over the logarithm.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>True when only whole numbers are tried.</summary>
    public bool Integer { get; init; }

    /// <summary>The values of a choice as they are written in a configuration; empty for a range.</summary>
    public IReadOnlyList<string> Choices { get => field ?? []; init; } = [];

    /// <summary>When it is searched, such as <c>objective is huber</c>; null for always.</summary>
    public string? When { get; init; }
}
