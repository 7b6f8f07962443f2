using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Smoothing;

/// <summary>
/// The state before the first value by the rule of Hyndman, Koehler, Ord and Snyder (Forecasting with Exponential Smoothing, 2008, section
/// 2.6.1), as statsmodels' heuristic has it: seasons from the deviations of the first, at most five seasons from their moving average;
/// level and slope from a line through its first ten values.
/// </summary>
internal static class SmoothingStart
{
    private const int Line = 10;
    private const int MostSeasons = 5;

    /// <param name="form">What the smoothing is made of.</param>
    /// <param name="values">At least <see cref="SmoothingForm.FewestValues"/>.</param>
    public static SmoothingState Of(SmoothingForm form, double[] values)
    {
        if (form.Season == SeasonForm.None)
            return At(form, values, []);
        var cycles = Math.Max(Math.Min(MostSeasons, values.Length / form.Length), ((Line + (2 * (form.Length / 2))) + form.Length - 1) / form.Length);
        var first = values[..Math.Min(values.Length, cycles * form.Length)];
        var average = MovingAverage(first, form.Length);
        return At(form, average, Seasons(form, first, average));
    }

    // The line is fitted in steps from 1, so that its intercept is the level before the first value.
    private static SmoothingState At(SmoothingForm form, double[] values, double[] seasons)
    {
        const double MeanStep = (Line + 1) / 2.0;
        const double Spread = Line * ((Line * Line) - 1) / 12.0;
        var mean = FixedSum.Sum(values.AsSpan(0, Line)) / Line;
        var products = Enumerable.Range(0, Line).Select(i => (i + 1 - MeanStep) * (values[i] - mean)).ToArray();
        var slope = FixedSum.Sum(products) / Spread;
        return new SmoothingState(form, mean - (slope * MeanStep), form.Trend == TrendForm.None ? 0 : slope, seasons);
    }

    // Of an even season the mean of two averages, so that it stands at a time and not between two. The first is of place length / 2.
    private static double[] MovingAverage(double[] values, int length)
    {
        var averages = new double[values.Length - length + 1];
        for (var i = 0; i < averages.Length; i++)
            averages[i] = FixedSum.Sum(values.AsSpan(i, length)) / length;
        return length % 2 == 1 ? averages : [.. averages.Zip(averages.Skip(1), (left, right) => (left + right) / 2)];
    }

    private static double[] Seasons(SmoothingForm form, double[] values, double[] average)
    {
        var multiplies = form.Season == SeasonForm.Multiplicative;
        var deviations = average.Select((middle, i) => (Place: i + (form.Length / 2), Middle: middle))
            .Select(item => (item.Place, Deviation: multiplies ? values[item.Place] / item.Middle : values[item.Place] - item.Middle))
            .ToLookup(item => item.Place % form.Length, item => item.Deviation);
        var seasons = Enumerable.Range(0, form.Length).Select(place => Mean([.. deviations[place]])).ToArray();
        var mean = Mean(seasons);
        return Array.ConvertAll(seasons, season => multiplies ? season / mean : season - mean);
    }

    private static double Mean(double[] values) => FixedSum.Sum(values) / values.Length;
}
