namespace MlOps.Build.Engine.Training.Boosting.Ensembles;

/// <summary>Quantiles of a leaf's residuals.</summary>
internal static class Quantiles
{
    /// <summary>
    /// Without weights a quantile between two values is interpolated as NumPy does (Hyndman and Fan, 1996, type 7), at 1/2 the median; with weights it is the first value at which the
    /// weights below and at it reach the quantile's share.
    /// </summary>
    /// <param name="values">At least one; sorted in place.</param>
    /// <param name="weights">One a value, or null; sorted with them.</param>
    /// <param name="quantile">From 0 to 1.</param>
    public static double Of(double[] values, float[]? weights, double quantile)
    {
        if (weights is null)
        {
            Array.Sort(values);
            var place = quantile * (values.Length - 1);
            var below = (int)place;
            var above = Math.Min(below + 1, values.Length - 1);
            return values[below] + ((place - below) * (values[above] - values[below]));
        }

        Array.Sort(values, weights);
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var reached = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            reached += weights[i];
            if (reached >= quantile * total)
                return values[i];
        }

        return values[^1];
    }
}
