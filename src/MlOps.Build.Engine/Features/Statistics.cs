using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Features;

/// <summary>What is learned from the training values. No value may be NaN; sums have a fixed order.</summary>
internal static class Statistics
{
    public static double Mean(double[] values) => FixedSum.Sum(values) / values.Length;

    /// <summary>Population standard deviation (divided by n), in two passes, as scikit-learn's StandardScaler.</summary>
    public static double Deviation(double[] values, double mean)
    {
        var squares = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            squares[i] = (values[i] - mean) * (values[i] - mean);
        return Math.Sqrt(FixedSum.Sum(squares) / values.Length);
    }

    public static double[] Sorted(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The value that occurs most often; the smallest of several.</summary>
    public static double MostFrequent(double[] values) =>
        values.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
}
