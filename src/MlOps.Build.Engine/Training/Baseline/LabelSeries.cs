using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Training.Baseline;

/// <summary>The labels of a table as series in order of time, one a group. Several rows of one time count as their mean.</summary>
internal sealed class LabelSeries
{
    private readonly TimeOrder _time;
    private readonly ColumnCodes? _groups;
    private readonly Dictionary<int, (long[] Times, double[] Means)> _series;

    /// <param name="time">Gives the order.</param>
    /// <param name="group">Its values are series of their own; null for one series.</param>
    /// <param name="label">Of every row of the table; rows without one are no history.</param>
    public LabelSeries(Column time, Column? group, Label label)
    {
        _time = new TimeOrder(time);
        _groups = group is null ? null : ColumnCodes.Of(group);
        _series = Enumerable.Range(0, time.Length)
            .Where(row => !float.IsNaN(label.Values[row]) && !time.IsMissing(row))
            .GroupBy(GroupOf)
            .ToDictionary(rows => rows.Key, rows => Series(rows, label));
    }

    /// <summary>By group the different times, ascending, and the mean label of each.</summary>
    public IReadOnlyDictionary<int, (long[] Times, double[] Means)> All => _series;

    /// <summary>The row's time.</summary>
    public long TimeOf(int row) => _time[row];

    /// <summary>The row's group. Rows without one are a series together.</summary>
    public int GroupOf(int row) => _groups?.Codes[row] ?? 0;

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
