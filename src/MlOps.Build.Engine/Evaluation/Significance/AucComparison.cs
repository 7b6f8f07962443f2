namespace MlOps.Build.Engine.Evaluation.Significance;

/// <summary>Two models' AUCs on the same rows, by DeLong's test.</summary>
internal sealed record AucComparison
{
    /// <summary>The first model's AUC, 0 to 1.</summary>
    public required double First { get; init; }

    /// <summary>The second model's AUC, 0 to 1.</summary>
    public required double Second { get; init; }

    /// <summary>First minus second.</summary>
    public double Difference => First - Second;

    /// <summary>Of the difference.</summary>
    public required double StandardError { get; init; }

    /// <summary>The covariance of the two AUCs.</summary>
    public required double Covariance { get; init; }

    /// <summary>Lower end of the difference's normal interval.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the difference's normal interval.</summary>
    public required double High { get; init; }

    /// <summary>
    /// Two-sided, of the hypothesis that the AUCs are equal. 1 when they are the same on every row; NaN when they differ but
    /// nothing varies (one model separates the classes, the other tells nothing), for there is then no test.
    /// </summary>
    public required double PValue { get; init; }
}
