namespace MlOps.Build.Contracts;

/// <summary>The distribution of the label in one part of the split against that in the training rows.</summary>
public sealed record LabelComparison
{
    /// <summary>Pearson's test of homogeneity, for classes.</summary>
    public const string ChiSquare = "chi_square";

    /// <summary>The test of Kolmogorov and Smirnov for two samples, for numbers.</summary>
    public const string KolmogorovSmirnov = "kolmogorov_smirnov";

    /// <summary>The part compared with train.</summary>
    public required SplitPart Part { get; init; }

    /// <summary><see cref="ChiSquare"/> or <see cref="KolmogorovSmirnov"/>.</summary>
    public required string Test { get; init; }

    /// <summary>The chi-square statistic; or D, the largest distance between the two distribution functions.</summary>
    public required double Statistic { get; init; }

    /// <summary>
    /// How far apart they are, 0 to 1, whatever the number of rows: Cramér's V, sqrt(chi² / n), for classes; D for numbers.
    /// </summary>
    public required double Effect { get; init; }

    /// <summary>The probability of such a statistic or a larger one when both parts are drawn from the same distribution.</summary>
    public required double PValue { get; init; }
}
