using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>How many times as frequent positives are among the rows scored highest.</summary>
internal static class LiftPlot
{
    public static XElement Of(IReadOnlyList<CurvePoint> points, string description, ReportWords words)
    {
        var highest = Math.Max(1.5, points.Max(point => point.Y));
        var frame = new PlotFrame(PlotAxis.Share(words.Say("share of rows")), new PlotAxis(words.Say("lift"), 0, highest * 1.04));
        return frame.Draw(description, [frame.Level(1), Svg.Path("line s1", points.Select(point => frame.At(point.X, point.Y)))]);
    }
}
