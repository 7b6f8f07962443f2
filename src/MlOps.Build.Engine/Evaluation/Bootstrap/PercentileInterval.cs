namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// The percentile interval (Efron and Tibshirani, 1993, chapter 13): the quantiles (1 - confidence) / 2 and (1 + confidence) / 2 of
/// the resampled values.
/// </summary>
internal readonly record struct PercentileInterval(double Low, double High)
{
    /// <summary>Below this share of defined resamples the tails could hide anything.</summary>
    public const double LeastDefinedShare = 0.9;

    /// <summary>Null when too few resamples are defined.</summary>
    public static PercentileInterval? Of(ReadOnlySpan<double> values, double confidence)
    {
        var defined = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
                defined[count++] = value;
        }

        if (count < 2 || count < LeastDefinedShare * values.Length)
            return null;
        var sorted = defined.AsSpan(0, count);
        sorted.Sort();
        return new(Quantiles.Of(sorted, (1 - confidence) / 2), Quantiles.Of(sorted, (1 + confidence) / 2));
    }
}
