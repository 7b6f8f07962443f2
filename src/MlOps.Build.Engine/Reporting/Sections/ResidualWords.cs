using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What the residuals show, in words.</summary>
internal static class ResidualWords
{
    public static string Fit(IReadOnlyList<CurvePoint> points, EvaluationSummary evaluation)
    {
        var sizes = points.Select(point => Math.Abs(point.X - point.Y)).Order().ToList();
        return $"Half of the {NumberText.Count(points.Count)} rows drawn are predicted within {NumberText.Of(Quantile(sizes, 0.5))} of "
            + $"their {evaluation.Label}, nine in ten within {NumberText.Of(Quantile(sizes, 0.9))}; "
            + "on the dashed line prediction and truth are equal.";
    }

    public static string Bias(IReadOnlyList<CurvePoint> points)
    {
        var ordered = points.OrderBy(point => point.Y).ToList();
        var third = Math.Max(1, ordered.Count / 3);
        return $"On average {Lean(ordered[..third])} in the lowest third of predictions and {Lean(ordered[^third..])} in the highest; "
            + "a cloud without slope or funnel around 0 would be ideal.";
    }

    private static string Lean(List<CurvePoint> points)
    {
        var mean = FixedSum.Sum([.. points.Select(point => point.Y - point.X)]) / points.Count;
        return $"{NumberText.Of(Math.Abs(mean))} too {(mean < 0 ? "low" : "high")}";
    }

    private static double Quantile(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
