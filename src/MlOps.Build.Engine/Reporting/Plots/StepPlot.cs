using System.Xml.Linq;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Readings by step, a line a series.</summary>
internal static class StepPlot
{
    public static XElement Of(IReadOnlyList<Curve> curves, string title)
    {
        var points = curves.SelectMany(curve => curve.Points).ToList();
        var (first, last) = (points.Min(point => point.X), points.Max(point => point.X));
        var frame = new PlotFrame(new PlotAxis("step", first, Math.Max(last, first + 1)), PlotAxis.Around(title, points.Select(point => point.Y)));
        return frame.Draw($"{title} by step", curves.Take(CurvePlot.MostSeries).Select((curve, i) =>
            Svg.Path($"line s{i + 1}", curve.Points.Select(point => frame.At(point.X, point.Y)))));
    }
}
