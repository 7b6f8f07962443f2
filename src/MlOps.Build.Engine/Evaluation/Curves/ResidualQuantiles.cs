using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Curves;

/// <summary>Quantiles of the residuals y - f, every row counting once.</summary>
internal static class ResidualQuantiles
{
    private static readonly double[] Shares = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

    /// <summary>Null without rows.</summary>
    public static Curve? Of(ScoredRows rows)
    {
        if (rows.Count == 0)
            return null;
        var residuals = RelativeLosses.Each(rows, (label, score) => label - score);
        Array.Sort(residuals);
        return new Curve
        {
            Name = "residual_quantile",
            Points = [.. Shares.Select(share => new CurvePoint(share, Quantile.At(residuals, share)))],
        };
    }
}
