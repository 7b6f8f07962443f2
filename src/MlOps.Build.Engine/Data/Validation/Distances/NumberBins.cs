namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>
/// Counts of numbers in bins, as TensorFlow Data Validation keeps of each column: ten of equal width between the least number and the
/// largest, or one without width when all are equal. TFDV's own counts are estimated from quantiles, these are exact.
/// </summary>
/// <param name="Edges">Ascending; two equal ones are the bin without width.</param>
/// <param name="Counts">By bin.</param>
internal sealed record NumberBins(double[] Edges, IReadOnlyList<long> Counts)
{
    // TFDV's num_histogram_buckets.
    private const int Standard = 10;

    private bool IsPoint => Edges is [var low, var high] && low == high;

    private double[] Borders => IsPoint ? [] : Edges;

    /// <summary>The edges of bins between two numbers, as <c>numpy.linspace</c> gives them.</summary>
    public static double[] EvenEdges(double low, double high)
    {
        if (low == high)
            return [low, high];
        var edges = new double[Standard + 1];
        var step = double.IsFinite(high - low) ? (high - low) / Standard : (high / Standard) - (low / Standard);
        for (var i = 0; i < edges.Length; i++)
            edges[i] = low + (i * step);
        edges[Standard] = high;
        return edges;
    }

    /// <summary>
    /// The divergence of Jensen and Shannon of numbers in bins, brought to the edges of both: numbers are taken to lie evenly within a bin,
    /// and equal numbers are a bin of their own (<c>AlignHistograms</c> in TFDV's <c>metrics.cc</c>).
    /// </summary>
    public static double JensenShannonDivergence(NumberBins left, NumberBins right)
    {
        var borders = left.Borders.Concat(right.Borders).Distinct().Order().ToList();
        var points = new[] { left, right }.Where(bins => bins.IsPoint).Select(bins => bins.Edges[0]).Distinct().ToList();
        return Divergence.JensenShannon(left.Weights(borders, points), right.Weights(borders, points));
    }

    private List<double> Weights(List<double> borders, List<double> points)
    {
        var weights = new List<double>();
        for (var i = 0; i + 1 < borders.Count; i++)
        {
            var bin = Array.FindLastIndex(Borders, edge => edge <= borders[i]);
            weights.Add(bin < 0 || bin >= Counts.Count ? 0 : Counts[bin] * ((borders[i + 1] - borders[i]) / (Edges[bin + 1] - Edges[bin])));
        }

        weights.AddRange(points.Select(point => IsPoint && point == Edges[0] ? Counts[0] : 0.0));
        return weights;
    }
}
