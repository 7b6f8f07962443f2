using MlOps.Build.Engine.Training.Smoothing;

namespace MlOps.Build.Engine.Training.Baseline;

/// <summary>
/// Exponential smoothing of each series, its weights fitted on the training rows; then one step at a time, with each label once its time
/// has passed.
/// </summary>
internal static class SmoothedLabels
{
    /// <summary>One forecast a row.</summary>
    /// <param name="series">The labels of the table.</param>
    /// <param name="form">What the smoothing is made of.</param>
    /// <param name="train">The training rows: weights are fitted on the series up to the last of them.</param>
    /// <param name="rows">Rows of the table that have a label.</param>
    /// <param name="otherwise">The forecast for a series with too few training times for the form.</param>
    public static float[] Forecast(LabelSeries series, SmoothingForm form, int[] train, int[] rows, float otherwise)
    {
        var last = train.Max(series.TimeOf);
        var forecasts = rows.Select(series.GroupOf).Distinct()
            .ToDictionary(group => group, group => series.All.TryGetValue(group, out var own) ? Of(own, form, last) : null);
        return Array.ConvertAll(rows, row => forecasts[series.GroupOf(row)] is { } own
            ? (float)own[Array.BinarySearch(series.All[series.GroupOf(row)].Times, series.TimeOf(row))]
            : otherwise);
    }

    // What is forecast for each time of the series; null when it is too short.
    private static double[]? Of((long[] Times, double[] Means) series, SmoothingForm form, long last)
    {
        var learned = series.Means[..series.Times.Count(time => time <= last)];
        if (learned.Length < form.FewestValues)
            return null;
        var fit = SmoothingFit.Of(form, learned);
        var state = fit.Start.Copy();
        var forecasts = new double[series.Means.Length];
        for (var i = 0; i < forecasts.Length; i++)
        {
            forecasts[i] = state.Forecast(fit.Weights);
            state.Learn(fit.Weights, series.Means[i]);
        }

        return forecasts;
    }
}
