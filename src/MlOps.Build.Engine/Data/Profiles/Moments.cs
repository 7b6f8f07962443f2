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
}
