namespace MlOps.Build.Contracts;

/// <summary>A curve for a plot.</summary>
public sealed record Curve
{
    /// <summary>
    /// <c>roc</c> (false positive rate, true positive rate), <c>pr</c> (recall, precision), <c>calibration</c> (mean predicted,
    /// observed share, rows), <c>residual</c> (actual, predicted; a sample).
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The class it is about (multiclass, one against the rest); null otherwise.</summary>
    public string? Class { get; init; }

    /// <summary>The points in order of drawing; at most 200.</summary>
    public required IReadOnlyList<CurvePoint> Points { get; init; }
}
