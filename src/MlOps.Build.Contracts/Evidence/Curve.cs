namespace MlOps.Build.Contracts;

/// <summary>A curve for a plot.</summary>
public sealed record Curve
{
    /// <summary>
    /// <c>roc</c> (false positive rate, true positive rate), <c>pr</c> (recall, precision), <c>calibration</c> (mean predicted,
    /// observed share, rows), <c>residual</c> (actual, predicted; a sample), <c>residual_quantile</c> (share of rows, actual minus predicted),
    /// <c>gain</c> (share of rows with the largest scores, share of positives among them), <c>lift</c> (the same share, how many times more
    /// positives than in as many random rows), and, all at the same thresholds in ascending order, <c>threshold_precision</c>,
    /// <c>threshold_recall</c>, <c>threshold_f1</c> and <c>threshold_flagged</c> (threshold, value; flagged is a share of rows).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The class it is about (multiclass, one against the rest); null otherwise.</summary>
    public string? Class { get; init; }

    /// <summary>The points in order of drawing; at most 200.</summary>
    public required IReadOnlyList<CurvePoint> Points { get; init; }
}
