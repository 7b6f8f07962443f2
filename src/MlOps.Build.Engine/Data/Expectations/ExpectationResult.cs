using MlOps.Build.Engine.Data.Batches;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>An expectation with its outcome.</summary>
internal sealed record ExpectationResult
{
    /// <summary>With the values of its parameters filled in.</summary>
    public required Expectation Expectation { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Where <see cref="MapCounts.Rows"/> stand, in the same order.</summary>
    public IReadOnlyList<RowLocation> Locations { get; init; } = [];

    /// <summary>True when it looks at a sensitive column: no value stands in the result.</summary>
    public bool IsSensitive { get; init; }
}
