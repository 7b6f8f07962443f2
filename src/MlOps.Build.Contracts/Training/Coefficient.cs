namespace MlOps.Build.Contracts;

/// <summary>A coefficient of a linear model, in units of the feature matrix: what one more of the feature adds to the score.</summary>
public sealed record Coefficient
{
    /// <summary>The name of the intercept, at the origin of the features.</summary>
    public const string Intercept = "(intercept)";

    /// <summary>The feature's name, or <see cref="Intercept"/>.</summary>
    public required string Feature { get; init; }

    /// <summary>Index of the class whose score it is part of; 0 for two classes (the score of the positive one) and for a regression.</summary>
    public int Output { get; init; }

    /// <summary>The coefficient.</summary>
    public required double Value { get; init; }

    /// <summary>
    /// Wald's standard error from the inverse of the Fisher information, with an L2 penalty in its sandwich form (le Cessie and van
    /// Houwelingen, 1992); null where <see cref="StandardErrors"/> says why.
    /// </summary>
    public double? StandardError { get; init; }

    /// <summary>
    /// Chance of so large a ratio to the standard error when the true coefficient is 0, two-sided: Student's t for a regression, else
    /// normal; 0 to 1.
    /// </summary>
    public double? PValue { get; init; }
}
