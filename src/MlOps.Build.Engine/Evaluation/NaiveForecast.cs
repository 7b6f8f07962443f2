using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>The seasonal naive forecast, which repeats the value of one season ago (Hyndman and Koehler, 2006).</summary>
internal static class NaiveForecast
{
    /// <summary>Its mean absolute error on rows put in order of time; 0 when there are no more rows than in one season.</summary>
    /// <param name="labels">Labels of the table's rows.</param>
    /// <param name="time">The column of times.</param>
    /// <param name="rows">The training rows.</param>
    /// <param name="season">Rows of one season, at least 1.</param>
    public static double Error(float[] labels, Column time, int[] rows, int season)
    {
        var order = new TimeOrder(time);
        var keys = Array.ConvertAll(rows, row => (order[row], row));
        var sorted = rows.ToArray();
        Array.Sort(keys, sorted);
        if (sorted.Length <= season)
            return 0;
        var errors = new double[sorted.Length - season];
        for (var i = 0; i < errors.Length; i++)
            errors[i] = Math.Abs((double)labels[sorted[i + season]] - labels[sorted[i]]);
        return FixedSum.Sum(errors) / errors.Length;
    }
}
