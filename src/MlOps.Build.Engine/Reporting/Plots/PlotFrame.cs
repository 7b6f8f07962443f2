using System.Xml.Linq;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>The frame of a plot: two axes with ticks, and the way from data to places.</summary>
internal sealed class PlotFrame(PlotAxis horizontal, PlotAxis vertical)
{
    private const int Width = 380;
    private const int Height = 292;
    private const double Left = 52;
    private const double Right = 360;
    private const double Top = 30;
    private const double Bottom = 246;

    public double X(double value) => Left + ((Right - Left) * Share(value, horizontal));

    public double Y(double value) => Bottom - ((Bottom - Top) * Share(value, vertical));

    public (double X, double Y) At(double x, double y) => (X(x), Y(y));

    /// <summary>The whole plot.</summary>
    public XElement Draw(string description, IEnumerable<XElement> series) => Svg.Root(Width, Height, description, [.. Axes(), .. series]);

    /// <summary>The line on which both axes are equal.</summary>
    public XElement Diagonal()
    {
        var low = Math.Max(horizontal.Low, vertical.Low);
        var high = Math.Min(horizontal.High, vertical.High);
        return Svg.Line("guide", X(low), Y(low), X(high), Y(high));
    }

    /// <summary>A horizontal guide.</summary>
    public XElement Level(double y) => Svg.Line("guide", Left, Y(y), Right, Y(y));

    private IEnumerable<XElement> Axes()
    {
        var across = Ticks.Of(horizontal.Low, horizontal.High, 5, horizontal.Percent);
        var up = Ticks.Of(vertical.Low, vertical.High, 5, vertical.Percent);
        foreach (var tick in up.Values)
        {
            yield return Svg.Line("grid", Left, Y(tick), Right, Y(tick));
            yield return Svg.Text("tick", Left - 7, Y(tick) + 4, "end", up.Text(tick));
        }

        foreach (var tick in across.Values)
        {
            yield return Svg.Line("axis", X(tick), Bottom, X(tick), Bottom + 4);
            yield return Svg.Text("tick", X(tick), Bottom + 18, "middle", across.Text(tick));
        }

        yield return Svg.Line("axis", Left, Bottom, Right, Bottom);
        yield return Svg.Text("title", 0, 14, "start", vertical.Title);
        yield return Svg.Text("title", Right, Height - 8, "end", horizontal.Title);
    }

    private static double Share(double value, PlotAxis axis) => Math.Clamp((value - axis.Low) / (axis.High - axis.Low), 0, 1);
}
