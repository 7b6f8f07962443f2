using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Data.Profiles;

/// <summary>Mean and spread of numbers.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="StandardDeviation">Sample standard deviation (n - 1); null for a single number.</param>
internal readonly record struct Moments(double Mean, double? StandardDeviation)
{
    /// <summary>
    /// In passes, so that a large mean does not swallow a small spread (Chan, Golub and LeVeque, 1983): the mean is corrected by the
    /// mean of the deviations, then these are squared.
    /// </summary>
    public static Moments Of(double[] numbers)
    {
        var mean = FixedSum.Sum(numbers) / numbers.Length;
        if (!double.IsFinite(mean))
            mean = FixedSum.Sum(Array.ConvertAll(numbers, number => number / numbers.Length));
        var correction = FixedSum.Sum(Array.ConvertAll(numbers, number => number - mean)) / numbers.Length;
        mean += double.IsFinite(correction) ? correction : 0;
        if (numbers.Length < 2)
            return new Moments(mean, null);
        var squares = Array.ConvertAll(numbers, number => (number - mean) * (number - mean));
        var deviation = Math.Sqrt(FixedSum.Sum(squares) / (numbers.Length - 1));
        return new Moments(mean, double.IsFinite(deviation) ? deviation : null);
    }

    /// <summary>The quantiles 0, 0.1 … 1 by linear interpolation (type 7 of Hyndman and Fan, 1996; NumPy's default).</summary>
    public static double[] Deciles(double[] numbers)
    {
        var sorted = (double[])numbers.Clone();
        Array.Sort(sorted);
        var deciles = new double[11];
        for (var i = 0; i <= 10; i++)
        {
            var at = (sorted.Length - 1) * (i / 10.0);
            var below = (int)Math.Floor(at);
            var above = Math.Min(below + 1, sorted.Length - 1);
            var part = at - below;
            deciles[i] = (sorted[below] * (1 - part)) + (sorted[above] * part);
        }

        return deciles;
    }
}
