namespace MlOps.Build.Engine.Training.Baseline;

/// <summary>
/// The naive forecasts of a series (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 5.2), one step at a time:
/// the label some times before the row's own, in its group. A label counts as known once its time has passed, as it is for whoever
/// forecasts every day.
/// </summary>
internal static class EarlierLabels
{
    /// <summary>One forecast a row.</summary>
    /// <param name="series">The labels of the table.</param>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="lag">How many times of the series back; at least 1.</param>
    /// <param name="otherwise">The forecast where the series does not reach back so far.</param>
    public static float[] Forecast(LabelSeries series, int[] rows, int lag, float otherwise) => Array.ConvertAll(rows, row =>
    {
        if (!series.All.TryGetValue(series.GroupOf(row), out var own))
            return otherwise;
        var found = Array.BinarySearch(own.Times, series.TimeOf(row));
        var place = (found >= 0 ? found : ~found) - lag;
        return place >= 0 ? (float)own.Means[place] : otherwise;
    });
}
