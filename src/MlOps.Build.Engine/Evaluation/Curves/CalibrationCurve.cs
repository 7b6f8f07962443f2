using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>
/// Mean predicted probability against the observed share in bins of about equal mass. Bin edges are quantiles of the predictions and
/// equal predictions are never divided, as in scikit-learn's <c>calibration_curve(strategy="quantile")</c>.
/// </summary>
internal static class CalibrationCurve
{
    public const int Bins = 10;

    /// <summary>One point a bin that holds rows, by ascending prediction; null without rows.</summary>
    public static Curve? Of(float[] labels, double[] scores, string? @class)
    {
        if (labels.Length == 0)
            return null;
        var edges = Edges(scores);
        var points = Enumerable.Range(0, labels.Length)
            .GroupBy(row => Bin(edges, scores[row]))
            .OrderBy(bin => bin.Key)
            .Select(bin => Point(bin.ToArray(), labels, scores));
        return new Curve { Name = "calibration", Class = @class, Points = [.. points] };
    }

    private static CurvePoint Point(int[] rows, float[] labels, double[] scores) => new(
        FixedSum.Sum(Array.ConvertAll(rows, row => scores[row])) / rows.Length,
        (double)rows.Count(row => labels[row] == 1) / rows.Length,
        rows.Length);

    private static double[] Edges(double[] scores)
    {
        var sorted = scores.ToArray();
        Array.Sort(sorted);
        var edges = new double[Bins - 1];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = Quantile.At(sorted, (i + 1.0) / Bins);
        return edges;
    }

    // A score on an edge belongs to the bin below it.
    private static int Bin(double[] edges, double score) => edges.Count(edge => edge < score);
}
