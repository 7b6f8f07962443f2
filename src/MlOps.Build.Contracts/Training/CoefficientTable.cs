namespace MlOps.Build.Contracts;

/// <summary>The coefficients of a linear model.</summary>
public sealed record CoefficientTable
{
    /// <summary>Output after output: the intercept, then the features in their order.</summary>
    public IReadOnlyList<Coefficient> Coefficients { get => field ?? []; init; } = [];

    /// <summary>Whether they have standard errors.</summary>
    public required StandardErrors StandardErrors { get; init; }
}
