using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What a curve shows, in words, computed from its points.</summary>
internal static class CurveWords
{
    public static string Roc(IReadOnlyList<Curve> curves) => curves.Count == 1
        ? $"At the cost of {Share(0.1)} of the negatives called positive, {Share(Found(curves[0]))} of the positives are found; "
            + $"guessing would find {Share(0.1)} (dashed line)."
        : $"With {Share(0.1)} of the others called by its name, {Range(curves, Found)} of a class's rows are found; "
            + $"guessing would find {Share(0.1)} (dashed line).{Undrawn(curves)}";

    public static string PrecisionRecall(IReadOnlyList<Curve> curves, double? baseRate)
    {
        if (curves.Count > 1)
        {
            return $"Where half of a class's rows are found, {Range(curves, Right)} of the rows called by its name are right."
                + Undrawn(curves);
        }

        var guess = baseRate is { } rate ? $"; guessing would be right in {Share(rate)} (dashed line)" : "";
        return $"Where half of the positives are found, {Share(Right(curves[0]))} of the rows called positive are{guess}.";
    }

    /// <summary>Mean gap weighted by rows: the expected calibration error over the bins that are drawn.</summary>
    public static string Calibration(IReadOnlyList<Curve> curves)
    {
        var points = curves.SelectMany(curve => curve.Points)
            .Where(point => point.Weight > 0 && double.IsFinite(point.X - point.Y))
            .ToList();
        var rows = FixedSum.Sum([.. points.Select(point => point.Weight)]);
        if (points.Count == 0 || rows <= 0)
            return "On the dashed line, predicted probabilities equal observed shares.";
        var gap = FixedSum.Sum([.. points.Select(point => point.Weight * Math.Abs(point.X - point.Y))]) / rows;
        var worst = points.Where(point => point.Weight >= Math.Min(30, points.Max(other => other.Weight)))
            .MaxBy(point => Math.Abs(point.X - point.Y));
        return $"Predicted probabilities are off by {Share(gap)} on average; most where {Share(worst.X)} is predicted and "
            + $"{Share(worst.Y)} observed ({NumberText.Count((long)worst.Weight)} rows). On the dashed line they would be equal; "
            + $"larger dots stand for more rows.{Undrawn(curves)}";
    }

    /// <summary>The positive class's share of the test rows, from the confusion matrix.</summary>
    public static double? BaseRate(EvaluationSummary evaluation)
    {
        if (evaluation.Confusion is not [var negatives, var positives])
            return null;
        var all = negatives.Sum() + positives.Sum();
        return all == 0 ? null : (double)positives.Sum() / all;
    }

    private static string Share(double share) => NumberText.Percent(share);

    private static string Range(IReadOnlyList<Curve> curves, Func<Curve, double> measure)
    {
        var lowest = curves.MinBy(measure)!;
        var highest = curves.MaxBy(measure)!;
        return $"{Share(measure(lowest))} ({lowest.Class}) to {Share(measure(highest))} ({highest.Class})";
    }

    // The largest true positive rate at a false positive rate of at most 10 %.
    private static double Found(Curve curve) =>
        curve.Points.Where(point => point.X <= 0.1).Select(point => point.Y).DefaultIfEmpty(0).Max();

    // The best precision at a recall of at least 50 %.
    private static double Right(Curve curve) =>
        curve.Points.Where(point => point.X >= 0.5).Select(point => point.Y).DefaultIfEmpty(0).Max();

    private static string Undrawn(IReadOnlyList<Curve> curves) =>
        curves.Count > Plots.CurvePlot.MostSeries ? $" {Plots.CurvePlot.MostSeries} of {curves.Count} classes are drawn." : "";
}
