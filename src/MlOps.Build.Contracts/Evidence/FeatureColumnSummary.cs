namespace MlOps.Build.Contracts;

/// <summary>How a raw column enters the model.</summary>
public sealed record FeatureColumnSummary
{
    /// <summary>The raw column, or the crossed ones joined by " x ".</summary>
    public required string Column { get; init; }

    /// <summary>The raw columns that it reads.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>The transformations in words, in order, such as <c>impute median 120</c>.</summary>
    public required IReadOnlyList<string> Transformations { get; init; }

    /// <summary>Index of its first input in the feature matrix.</summary>
    public required int FirstInput { get; init; }

    /// <summary>The number of inputs it makes.</summary>
    public required int InputCount { get; init; }
}
