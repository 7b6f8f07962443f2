using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>
/// Gain and lift: the share of positives among the rows scored highest. Both follow from the ROC curve and the share of positives:
/// <c>called = tpr p + fpr (1 - p)</c>, <c>gain = tpr</c>, <c>lift = tpr / called</c>.
/// </summary>
internal static class GainFigure
{
    // Where few rows are called, one row more or less moves the lift by much.
    private const double SmallestShare = 0.02;

    public static IEnumerable<Figure> Of(Curve roc, double rate, ReportWords words)
    {
        var gain = roc.Points.Select(point => new CurvePoint((point.Y * rate) + (point.X * (1 - rate)), point.Y)).ToList();
        var tenth = At(gain, 0.1);
        var found = words.Say($"The tenth of the rows with the highest scores holds {words.Percent(tenth)} of the positives; "
            + $"a random tenth would hold 10% (dashed line).");
        yield return new Figure
        {
            Id = "gain",
            Title = words.Say("Gain"),
            Sentence = found,
            Plot = CurvePlot.Of([Curve("gain", gain)], words.Say("share of rows"), words.Say("share of positives"), found, null),
        };
        var lift = gain.Where(point => point.X >= SmallestShare).Select(point => point with { Y = point.Y / point.X }).ToList();
        if (lift.Count == 0)
            yield break;
        var times = words.Say($"Among the tenth of the rows with the highest scores, positives are {words.Number(tenth * 10, 1)} times as "
            + $"frequent as among all; 1 (dashed line) is no better than chance.");
        yield return new Figure { Id = "lift", Title = words.Say("Lift"), Sentence = times, Plot = LiftPlot.Of(lift, times, words) };
    }

    private static Curve Curve(string name, List<CurvePoint> points) => new() { Name = name, Points = points };

    // The gain at a share of rows, on the straight line between two points of the curve.
    private static double At(List<CurvePoint> gain, double share)
    {
        var after = gain.FindIndex(point => point.X >= share);
        if (after <= 0)
            return after == 0 ? gain[0].Y : 1;
        var (from, to) = (gain[after - 1], gain[after]);
        return to.X > from.X ? from.Y + ((to.Y - from.Y) * (share - from.X) / (to.X - from.X)) : to.Y;
    }
}
