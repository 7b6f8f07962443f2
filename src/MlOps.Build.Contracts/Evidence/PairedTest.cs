namespace MlOps.Build.Contracts;

/// <summary>A test of whether two models differ on the same rows.</summary>
public sealed record PairedTest
{
    /// <summary>McNemar's test of right and wrong, mid-p (Fagerland, Lydersen and Laake, 2013).</summary>
    public const string McNemar = "mcnemar";

    /// <summary>DeLong's test of two areas under the ROC curve (DeLong, DeLong and Clarke-Pearson, 1988).</summary>
    public const string DeLong = "delong";

    /// <summary>Diebold and Mariano's test of squared errors by time (1995), corrected by Harvey, Leybourne and Newbold (1997).</summary>
    public const string DieboldMariano = "diebold_mariano";

    /// <summary>Which test: <c>mcnemar</c>, <c>delong</c> or <c>diebold_mariano</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The metric that it is about: <c>accuracy</c>, <c>auc</c> or <c>rmse</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>Rows that count: rows that changed sides (McNemar), test rows (DeLong), moments in time (Diebold-Mariano).</summary>
    public required int Count { get; init; }

    /// <summary>The statistic: z of DeLong, t of Diebold-Mariano, above 0 when this model has the larger AUC or error; null for McNemar.</summary>
    public double? Statistic { get; init; }

    /// <summary>The two-sided p-value, 0 to 1; null when the test could not be made.</summary>
    public double? PValue { get; init; }

    /// <summary>The conditional exact p-value of McNemar's test, never below the mid-p value; null for the others.</summary>
    public double? ExactPValue { get; init; }

    /// <summary>The lags of the long-run variance (Diebold-Mariano); null for the others.</summary>
    public int? Lags { get; init; }

    /// <summary>Why there is no p-value, in words.</summary>
    public string? Reason { get; init; }
}
