namespace MlOps.Build.Engine.Evaluation;

/// <summary>Quantiles interpolated linearly between order statistics (type 7 of Hyndman and Fan, 1996; NumPy's default).</summary>
internal static class Quantiles
{
    /// <param name="sorted">Ascending, at least one value.</param>
    /// <param name="share">0 to 1.</param>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
