using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Predicted against actual values, and what is left between them.</summary>
internal static class ResidualPlot
{
    public static XElement ActualAgainstPredicted(
        IReadOnlyList<CurvePoint> points, string label, string description, ReportWords words)
    {
        var all = points.SelectMany(point => new[] { point.X, point.Y }).ToList();
        var frame = new PlotFrame(
            PlotAxis.Around(words.Say($"actual {label}"), all),
            PlotAxis.Around(words.Say($"predicted {label}"), all));
        return frame.Draw(description, [frame.Diagonal(), .. points.Select(point => Dot(frame, point.X, point.Y))]);
    }

    public static XElement ResidualAgainstPredicted(
        IReadOnlyList<CurvePoint> points, string label, string description, ReportWords words)
    {
        var frame = new PlotFrame(
            PlotAxis.Around(words.Say($"predicted {label}"), points.Select(point => point.Y)),
            PlotAxis.Around(words.Say("actual minus predicted"), points.Select(point => point.X - point.Y).Append(0)));
        return frame.Draw(description, [frame.Level(0), .. points.Select(point => Dot(frame, point.Y, point.X - point.Y))]);
    }

    private static XElement Dot(PlotFrame frame, double x, double y) => Svg.Circle("cloud s1", frame.X(x), frame.Y(y), 2.4);
}
