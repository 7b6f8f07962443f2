namespace MlOps.Build.Engine.Numerics;

/// <summary>Quantiles, linear between order statistics (type 7 of Hyndman and Fan, 1996; NumPy's default).</summary>
internal static class Quantile
{
    /// <param name="sorted">Ascending, at least one.</param>
    /// <param name="share">The share of values below it, 0 to 1.</param>
    public static double At(ReadOnlySpan<double> sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }

    /// <summary>
    /// The same of values in any order; with weights it is the first value at which the weights below and at it reach the share.
    /// </summary>
    /// <param name="values">At least one; sorted in place.</param>
    /// <param name="weights">One a value, or null; sorted with them.</param>
    /// <param name="share">0 to 1.</param>
    public static double Of(double[] values, float[]? weights, double share)
    {
        if (weights is null)
        {
            Array.Sort(values);
            return At(values, share);
        }

        Array.Sort(values, weights);
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var reached = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            reached += weights[i];
            if (reached >= share * total)
                return values[i];
        }

        return values[^1];
    }
}
