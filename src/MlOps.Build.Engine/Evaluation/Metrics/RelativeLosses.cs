using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Losses of single rows of regression that relate the error to the label's size.</summary>
internal static class RelativeLosses
{
    /// <summary>|y - f| / max(|y|, eps).</summary>
    public static double[] Absolute(ScoredRows rows) =>
        Each(rows, (label, score) => Math.Abs(label - score) / Math.Max(Math.Abs(label), RowLosses.Epsilon));

    /// <summary>2 |y - f| / (|y| + |f|); 0 where both are 0.</summary>
    public static double[] Symmetric(ScoredRows rows) =>
        Each(rows, (label, score) => label == score ? 0 : 2 * Math.Abs(label - score) / (Math.Abs(label) + Math.Abs(score)));

    /// <summary>(ln(1 + y) - ln(1 + f))²; NaN where one is negative.</summary>
    public static double[] SquaredLog(ScoredRows rows) => Each(rows, (label, score) =>
    {
        if (label < 0 || score < 0)
            return double.NaN;
        var difference = DeterministicMath.Log1p(label) - DeterministicMath.Log1p(score);
        return difference * difference;
    });

    /// <summary>The quantile (pinball) loss: q (y - f) above the prediction, (1 - q) (f - y) below it (Koenker and Bassett, 1978).</summary>
    public static double[] Pinball(ScoredRows rows, double quantile) =>
        Each(rows, (label, score) => label >= score ? quantile * (label - score) : (1 - quantile) * (score - label));

    /// <summary>A value for each label and prediction.</summary>
    public static double[] Each(ScoredRows rows, Func<double, double, double> loss)
    {
        var losses = new double[rows.Count];
        for (var i = 0; i < losses.Length; i++)
            losses[i] = loss(rows.Labels[i], rows.Score(i));
        return losses;
    }
}
