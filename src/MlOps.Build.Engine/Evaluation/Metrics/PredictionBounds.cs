namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The ends of the interval that a model gives with each row's number.</summary>
/// <param name="Lower">One a row.</param>
/// <param name="Upper">One a row.</param>
internal sealed record PredictionBounds(float[] Lower, float[] Upper)
{
    /// <summary>The same of some rows.</summary>
    public PredictionBounds Take(ReadOnlySpan<int> rows)
    {
        var (lower, upper) = (new float[rows.Length], new float[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
            (lower[i], upper[i]) = (Lower[rows[i]], Upper[rows[i]]);
        return new PredictionBounds(lower, upper);
    }
}
