using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// The acceleration of BCa intervals: a sixth of the skewness of the jackknife's values (Efron, 1987; DiCiccio and Efron, 1996, equation
/// 6.6). With strata, distances are from the stratum's own mean.
/// </summary>
internal static class Acceleration
{
    /// <param name="values">The metric with each unit left out; NaN where undefined.</param>
    /// <param name="strata">The stratum of each unit.</param>
    /// <returns>NaN when more than a tenth of the values is undefined; 0 when nothing varies.</returns>
    public static double Of(ReadOnlySpan<double> values, ReadOnlySpan<int> strata)
    {
        var means = Means(values, strata, out var undefined);
        if (undefined > (1 - BootstrapInterval.LeastDefinedShare) * values.Length)
            return double.NaN;
        Span<double> cubes = stackalloc double[8];
        Span<double> squares = stackalloc double[8];
        cubes.Clear();
        squares.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
                continue;
            var distance = means[strata[i]] - values[i];
            squares[i & 7] += distance * distance;
            cubes[i & 7] += distance * distance * distance;
        }

        var square = FixedSum.Fold(squares);
        return square > 0 ? FixedSum.Fold(cubes) / (6 * square * Math.Sqrt(square)) : 0;
    }

    private static double[] Means(ReadOnlySpan<double> values, ReadOnlySpan<int> strata, out int undefined)
    {
        var count = 0;
        foreach (var stratum in strata)
            count = Math.Max(count, stratum + 1);
        var (sums, defined) = (new double[count], new int[count]);
        undefined = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                undefined++;
                continue;
            }

            sums[strata[i]] += values[i];
            defined[strata[i]]++;
        }

        for (var i = 0; i < count; i++)
            sums[i] /= defined[i];
        return sums;
    }
}
