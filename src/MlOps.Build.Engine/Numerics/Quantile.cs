namespace MlOps.Build.Engine.Numerics;

/// <summary>Quantiles by linear interpolation (type 7 of Hyndman and Fan, 1996; NumPy's default).</summary>
internal static class Quantile
{
    /// <param name="sorted">Ascending, at least one.</param>
    /// <param name="share">The share of values below it, 0 to 1.</param>
    public static double At(double[] sorted, double share)
    {
        var at = (sorted.Length - 1) * share;
        var below = (int)at;
        var (low, high, part) = (sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)], at - below);
        return (low * (1 - part)) + (high * part);
    }
}
