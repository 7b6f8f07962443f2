using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What the residuals show, in words.</summary>
internal static class ResidualWords
{
    public static string Fit(IReadOnlyList<CurvePoint> points, EvaluationSummary evaluation, ReportWords words)
    {
        var sizes = points.Select(point => Math.Abs(point.X - point.Y)).Order().ToList();
        return words.Say($"Half of the {points.Count} rows drawn are predicted within {words.Number(Quantile(sizes, 0.5))} of "
            + $"their {evaluation.Label}, nine in ten within {words.Number(Quantile(sizes, 0.9))}; "
            + $"on the dashed line prediction and truth are equal.");
    }

    public static string Bias(IReadOnlyList<CurvePoint> points, ReportWords words)
    {
        var ordered = points.OrderBy(point => point.Y).ToList();
        var third = Math.Max(1, ordered.Count / 3);
        return words.Say($"On average {Lean(ordered[..third], words)} in the lowest third of predictions and "
            + $"{Lean(ordered[^third..], words)} in the highest; a cloud without slope or funnel around 0 would be ideal.");
    }

    private static string Lean(List<CurvePoint> points, ReportWords words)
    {
        var mean = FixedSum.Sum([.. points.Select(point => point.Y - point.X)]) / points.Count;
        var size = words.Number(Math.Abs(mean));
        return mean < 0 ? words.Say($"{size} too low") : words.Say($"{size} too high");
    }

    private static double Quantile(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
