using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What a curve shows, in words, computed from its points.</summary>
internal static class CurveWords
{
    public static string Roc(IReadOnlyList<Curve> curves, ReportWords words) => curves.Count == 1
        ? words.Say($"At the cost of 10% of the negatives called positive, {words.Percent(Found(curves[0]))} of the positives are found; "
            + $"guessing would find 10% (dashed line).")
        : words.Sentences(
            words.Say($"With 10% of the others called by its name, {Range(curves, Found, words)} of a class's rows are found; "
                + $"guessing would find 10% (dashed line)."),
            Undrawn(curves, words));

    public static string PrecisionRecall(IReadOnlyList<Curve> curves, double? baseRate, ReportWords words)
    {
        if (curves.Count > 1)
        {
            return words.Sentences(
                words.Say($"Where half of a class's rows are found, {Range(curves, Right, words)} of the rows called by its name are right."),
                Undrawn(curves, words));
        }

        var right = words.Percent(Right(curves[0]));
        return baseRate is { } rate
            ? words.Say($"Where half of the positives are found, {right} of the rows called positive are; "
                + $"guessing would be right in {words.Percent(rate)} (dashed line).")
            : words.Say($"Where half of the positives are found, {right} of the rows called positive are.");
    }

    /// <summary>Mean gap weighted by rows: the expected calibration error over the bins that are drawn.</summary>
    public static string Calibration(IReadOnlyList<Curve> curves, ReportWords words)
    {
        var points = curves.SelectMany(curve => curve.Points)
            .Where(point => point.Weight > 0 && double.IsFinite(point.X - point.Y))
            .ToList();
        var rows = FixedSum.Sum([.. points.Select(point => point.Weight)]);
        if (points.Count == 0 || rows <= 0)
            return words.Say("On the dashed line, predicted probabilities equal observed shares.");
        var gap = FixedSum.Sum([.. points.Select(point => point.Weight * Math.Abs(point.X - point.Y))]) / rows;
        var worst = points.Where(point => point.Weight >= Math.Min(30, points.Max(other => other.Weight)))
            .MaxBy(point => Math.Abs(point.X - point.Y));
        return words.Sentences(
            words.Say($"Predicted probabilities are off by {words.Percent(gap)} on average; most where {words.Percent(worst.X)} is "
                + $"predicted and {words.Percent(worst.Y)} observed ({(long)worst.Weight} rows)."),
            words.Say("On the dashed line they would be equal; larger dots stand for more rows."),
            Undrawn(curves, words));
    }

    /// <summary>The positive class's share of the test rows, from the confusion matrix.</summary>
    public static double? BaseRate(EvaluationSummary evaluation)
    {
        if (evaluation.Confusion is not [var negatives, var positives])
            return null;
        var all = negatives.Sum() + positives.Sum();
        return all == 0 ? null : (double)positives.Sum() / all;
    }

    private static string Range(IReadOnlyList<Curve> curves, Func<Curve, double> measure, ReportWords words)
    {
        var lowest = curves.MinBy(measure)!;
        var highest = curves.MaxBy(measure)!;
        return words.Say($"{words.Percent(measure(lowest))} ({lowest.Class}) to {words.Percent(measure(highest))} ({highest.Class})");
    }

    // The largest true positive rate at a false positive rate of at most 10 %.
    private static double Found(Curve curve) =>
        curve.Points.Where(point => point.X <= 0.1).Select(point => point.Y).DefaultIfEmpty(0).Max();

    // The best precision at a recall of at least 50 %.
    private static double Right(Curve curve) =>
        curve.Points.Where(point => point.X >= 0.5).Select(point => point.Y).DefaultIfEmpty(0).Max();

    private static string Undrawn(IReadOnlyList<Curve> curves, ReportWords words) => curves.Count > Plots.CurvePlot.MostSeries
        ? words.Say($"{Plots.CurvePlot.MostSeries} of {curves.Count} classes are drawn.")
        : "";
}
