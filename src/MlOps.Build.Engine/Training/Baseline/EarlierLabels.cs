using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Training.Baseline;

/// <summary>
/// The naive forecasts of a series (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 5.2), one step at a time:
/// the label some times before the row's own, in its group. Several rows of one time count as their mean. A label counts as known once
/// its time has passed, as it is for whoever forecasts every day.
/// </summary>
internal sealed class EarlierLabels
{
    private readonly TimeOrder _time;
    private readonly ColumnCodes? _groups;
    private readonly Dictionary<int, (long[] Times, double[] Means)> _series;

    /// <param name="time">Gives the order.</param>
    /// <param name="group">Its values are series of their own; null for one series.</param>
    /// <param name="label">Of every row of the table; rows without one are no history.</param>
    public EarlierLabels(Column time, Column? group, Label label)
    {
        _time = new TimeOrder(time);
        _groups = group is null ? null : ColumnCodes.Of(group);
        _series = Enumerable.Range(0, time.Length)
            .Where(row => !float.IsNaN(label.Values[row]) && !time.IsMissing(row))
            .GroupBy(Group)
            .ToDictionary(rows => rows.Key, rows => Series(rows, label));
    }

    /// <summary>One forecast a row.</summary>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="lag">How many times of the series back; at least 1.</param>
    /// <param name="otherwise">The forecast where the series does not reach back so far.</param>
    public float[] Forecast(int[] rows, int lag, float otherwise) => Array.ConvertAll(rows, row =>
    {
        if (!_series.TryGetValue(Group(row), out var series))
            return otherwise;
        var found = Array.BinarySearch(series.Times, _time[row]);
        var place = (found >= 0 ? found : ~found) - lag;
        return place >= 0 ? (float)series.Means[place] : otherwise;
    });

    // Rows without a group are a series together.
    private int Group(int row) => _groups?.Codes[row] ?? 0;

    private (long[] Times, double[] Means) Series(IEnumerable<int> rows, Label label)
    {
        var times = rows.GroupBy(row => _time[row]).OrderBy(group => group.Key).ToList();
        return ([.. times.Select(group => group.Key)], [.. times.Select(group => Mean(group, label))]);
    }

    private static double Mean(IEnumerable<int> rows, Label label)
    {
        var values = rows.Select(row => (double)label.Values[row]).ToArray();
        return FixedSum.Sum(values) / values.Length;
    }
}
