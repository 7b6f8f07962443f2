using System.Xml.Linq;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>The mean prediction by a number's value; dots stand at quantiles, so they lie close where rows are many.</summary>
internal static class DependencePlot
{
    /// <param name="column">The curve; every point has a number.</param>
    /// <param name="scale">The vertical axis, which other columns share.</param>
    /// <param name="description">What it shows.</param>
    public static XElement Of(ColumnDependence column, PlotAxis scale, string description)
    {
        var frame = new PlotFrame(PlotAxis.Around(PlotText.Fit(column.Column, 48), column.Points.Select(point => point.Number!.Value)), scale);
        var series = Math.Min(CurvePlot.MostSeries, column.Points.Min(point => point.Means.Count));
        return frame.Draw(description, Enumerable.Range(0, series).SelectMany(output => Series(frame, column.Points, output)));
    }

    private static IEnumerable<XElement> Series(PlotFrame frame, IReadOnlyList<DependencePoint> points, int output)
    {
        yield return Svg.Path($"line s{output + 1}", points.Select(point => frame.At(point.Number!.Value, point.Means[output])));
        foreach (var point in points)
            yield return Svg.Circle($"dot s{output + 1}", frame.X(point.Number!.Value), frame.Y(point.Means[output]), 2.5);
    }
}
