using System.Xml.Linq;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Curves of shares: ROC, precision-recall, calibration.</summary>
internal static class CurvePlot
{
    /// <summary>Colours that stay apart; further series are left to the tables.</summary>
    public const int MostSeries = 6;

    public static XElement Of(IReadOnlyList<Curve> curves, string across, string up, string description, double? level)
    {
        var frame = new PlotFrame(PlotAxis.Share(across), PlotAxis.Share(up));
        var guide = level is { } share ? frame.Level(share) : frame.Diagonal();
        return frame.Draw(description, [guide, .. curves.Take(MostSeries).SelectMany((curve, i) => Series(frame, curve, i + 1))]);
    }

    private static IEnumerable<XElement> Series(PlotFrame frame, Curve curve, int series)
    {
        var points = curve.Points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y)).ToList();
        if (points.Count == 0)
            yield break;
        yield return Svg.Path($"line s{series}", points.Select(point => frame.At(point.X, point.Y)));
        var heaviest = points.Max(point => point.Weight);
        if (heaviest <= 0)
            yield break;
        foreach (var point in points)
            yield return Svg.Circle($"dot s{series}", frame.X(point.X), frame.Y(point.Y), 2 + (4 * Math.Sqrt(point.Weight / heaviest)));
    }
}
