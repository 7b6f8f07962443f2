using System.Globalization;

namespace MlOps.Build.Engine.Evaluation.Slices;

/// <summary>Half-open buckets of numbers: n edges make n + 1 buckets, and a number equal to an edge is in the upper one.</summary>
internal sealed class NumericBuckets
{
    private readonly double[] _edges;

    private NumericBuckets(double[] edges)
    {
        _edges = edges;
        Labels = [.. Enumerable.Range(0, edges.Length + 1).Select(Label)];
    }

    /// <summary>What the buckets are called, ascending: <c>&lt; 100</c>, <c>[100, 200)</c>, <c>&gt;= 200</c>.</summary>
    public IReadOnlyList<string> Labels { get; }

    public IReadOnlyList<double> Edges => _edges;

    /// <param name="edges">Ascending.</param>
    public static NumericBuckets At(IReadOnlyList<double> edges) => new([.. edges]);

    /// <summary>
    /// Buckets of about as many numbers each. Edges are numbers that occur: the quantiles of the inverted distribution function (type 1
    /// of Hyndman and Fan, 1996). Equal ones are one edge, so there may be fewer buckets.
    /// </summary>
    /// <param name="numbers">In any order; NaN counts as missing.</param>
    /// <param name="buckets">At least two.</param>
    public static NumericBuckets Learn(IEnumerable<double> numbers, int buckets)
    {
        var sorted = numbers.Where(number => !double.IsNaN(number)).Order().ToArray();
        if (sorted.Length == 0)
            return new NumericBuckets([]);
        var edges = Enumerable.Range(1, buckets - 1)
            .Select(i => sorted[(int)((((long)i * sorted.Length) + buckets - 1) / buckets) - 1])
            .Distinct()
            .Where(edge => edge > sorted[0]);
        return new NumericBuckets([.. edges]);
    }

    /// <summary>The bucket of a number; -1 for NaN.</summary>
    public int IndexOf(double number)
    {
        if (double.IsNaN(number))
            return -1;
        var found = Array.BinarySearch(_edges, number);
        return found >= 0 ? found + 1 : ~found;
    }

    private string Label(int bucket)
    {
        if (_edges.Length == 0)
            return "any";
        if (bucket == 0)
            return $"< {Text(_edges[0])}";
        return bucket == _edges.Length ? $">= {Text(_edges[^1])}" : $"[{Text(_edges[bucket - 1])}, {Text(_edges[bucket])})";
    }

    // Seven digits are what a float32 column holds; more would show its rounding.
    private static string Text(double edge) =>
        edge.ToString(edge == Math.Floor(edge) && Math.Abs(edge) < 1e15 ? "0" : "G7", CultureInfo.InvariantCulture);
}
