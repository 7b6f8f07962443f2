using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>The rows of each list, in the order of the lists' first rows.</summary>
internal sealed class ListRows
{
    private readonly int[][] _rows;

    private ListRows(int[][] rows, double weight) => (_rows, Weight) = (rows, weight);

    public int Count => _rows.Length;

    /// <summary>What all rows weigh.</summary>
    public double Weight { get; }

    public static ListRows Of(TrainingSet set) => new(
        [.. Enumerable.Range(0, set.Labels.Length).GroupBy(row => set.Lists![row]).Select(list => list.ToArray())],
        set.Weights is { } weights ? FixedSum.Sum(weights) : set.Labels.Length);

    /// <summary>The lists whose first row is in [from, to): each list belongs to one range of rows.</summary>
    public IEnumerable<int[]> Beginning(int from, int to)
    {
        for (var i = FirstFrom(from); i < _rows.Length && _rows[i][0] < to; i++)
            yield return _rows[i];
    }

    private int FirstFrom(int row)
    {
        var (low, high) = (0, _rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _rows[middle][0] < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
