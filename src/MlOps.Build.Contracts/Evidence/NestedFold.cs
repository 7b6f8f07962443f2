namespace MlOps.Build.Contracts;

/// <summary>One outer fold of a nested cross-validation.</summary>
public sealed record NestedFold
{
    /// <summary>Such as <c>fold 2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The rows that the search and the training had.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>The rows that judged.</summary>
    public required int Rows { get; init; }

    /// <summary>The settings that the search chose, as a trial's.</summary>
    public IReadOnlyDictionary<string, double> Settings { get => field ?? new Dictionary<string, double>(); init; } = new Dictionary<string, double>();

    /// <summary>The winner's metric in the search.</summary>
    public double? Searched { get; init; }

    /// <summary>The winner's metric on the fold; null when there is none.</summary>
    public double? Value { get; init; }

    /// <summary>Why there is no value.</summary>
    public string? Reason { get; init; }
}
