namespace MlOps.Build.Contracts;

/// <summary>What the features stage built.</summary>
public sealed record FeatureSummary
{
    /// <summary>The features in order of their inputs.</summary>
    public required IReadOnlyList<FeatureColumnSummary> Columns { get; init; }

    /// <summary>The names of all model inputs, in order.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>By input, how many codes without an order it holds, 0 for a number; empty when all are numbers.</summary>
    public IReadOnlyList<int> Categories { get => field ?? []; init; }

    /// <summary>The columns left out, with the reason.</summary>
    public required IReadOnlyList<ExcludedColumn> Excluded { get; init; }

    /// <summary>The leakage scan, worst first.</summary>
    public required IReadOnlyList<LeakageScore> Leakage { get; init; }
}
