using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Gain and lift: how many of the positives are among the rows scored highest, from the evaluation's curves of them.</summary>
internal static class GainFigure
{
    // Where few rows are called, one row more or less moves the lift by much.
    private const double SmallestShare = 0.02;

    public static IEnumerable<Figure> Of(EvaluationSummary evaluation, ReportWords words)
    {
        if (evaluation.Curves.FirstOrDefault(curve => curve.Name == "gain") is not { Points.Count: > 0 } gain)
            yield break;
        var tenth = At(gain.Points, 0.1);
        var found = words.Say($"The tenth of the rows with the highest scores holds {words.Percent(tenth)} of the positives; "
            + $"a random tenth would hold 10% (dashed line).");
        yield return new Figure
        {
            Id = "gain",
            Title = words.Say("Gain"),
            Sentence = found,
            Plot = CurvePlot.Of([gain], words.Say("share of rows"), words.Say("share of positives"), found, null),
        };
        var lift = evaluation.Curves.FirstOrDefault(curve => curve.Name == "lift")?.Points.Where(point => point.X >= SmallestShare).ToList() ?? [];
        if (lift.Count == 0)
            yield break;
        var times = words.Say($"Among the tenth of the rows with the highest scores, positives are {words.Number(tenth * 10, 1)} times as "
            + $"frequent as among all; 1 (dashed line) is no better than chance.");
        yield return new Figure { Id = "lift", Title = words.Say("Lift"), Sentence = times, Plot = LiftPlot.Of(lift, times, words) };
    }

    // The gain at a share of rows, on the straight line between two points of the curve.
    private static double At(IReadOnlyList<CurvePoint> gain, double share)
    {
        var after = gain.ToList().FindIndex(point => point.X >= share);
        if (after <= 0)
            return after == 0 ? gain[0].Y : 1;
        var (from, to) = (gain[after - 1], gain[after]);
        return to.X > from.X ? from.Y + ((to.Y - from.Y) * (share - from.X) / (to.X - from.X)) : to.Y;
    }
}
