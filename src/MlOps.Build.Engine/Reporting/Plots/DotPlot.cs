using System.Xml.Linq;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>
/// Dots with intervals, a line each (Cleveland and McGill, 1984: places along a scale are read best). Names stand above the lines, so
/// that long ones fit a narrow page.
/// </summary>
internal static class DotPlot
{
    private const int Width = 380;
    private const double Left = 10;
    private const double Right = 320;
    private const double Step = 36;

    /// <summary>All lines on one scale, with a guide across them.</summary>
    public static XElement Shared(IReadOnlyList<Strip> strips, double? guide, string description, ReportWords words)
    {
        var axis = PlotAxis.Around("", strips.SelectMany(strip => strip.Values).Concat(guide is { } value ? [value] : []));
        return Shared(strips, axis, guide, description, words);
    }

    /// <summary>The same on a scale that other plots have, too.</summary>
    public static XElement Shared(IReadOnlyList<Strip> strips, PlotAxis axis, double? guide, string description, ReportWords words)
    {
        var height = Height(strips);
        XElement[] line = guide is { } at ? [Svg.Line("guide", X(at, axis), 2, X(at, axis), height - 2)] : [];
        return Svg.Root(Width, height, description, [.. line, .. strips.SelectMany((strip, i) => Line(strip, i, axis, words))]);
    }

    /// <summary>Each line on a scale of its own.</summary>
    public static XElement Apart(IReadOnlyList<Strip> strips, string description, ReportWords words) => Svg.Root(
        Width,
        Height(strips),
        description,
        [.. strips.SelectMany((strip, i) => Line(strip, i, PlotAxis.Around("", strip.Values), words))]);

    private static int Height(IReadOnlyList<Strip> strips) => (int)(8 + (strips.Count * Step));

    private static double X(double value, PlotAxis axis) =>
        Left + ((Right - Left) * Math.Clamp((value - axis.Low) / (axis.High - axis.Low), 0, 1));

    private static IEnumerable<XElement> Line(Strip strip, int index, PlotAxis axis, ReportWords words)
    {
        var middle = 4 + (index * Step) + 24;
        yield return Svg.Text("label", 2, middle - 11, "start", SafeText.Of(strip.Name, 44));
        yield return Svg.Line("grid", Left, middle, Right, middle);
        if (strip is { Low: { } low, High: { } high })
            yield return Svg.Line("range", X(low, axis), middle, X(high, axis), middle);
        for (var i = 0; i < strip.Others.Count; i++)
        {
            if (strip.Others[i] is { } other && double.IsFinite(other))
                yield return Svg.Diamond($"other s{i + 2}", X(other, axis), middle, 5);
        }

        yield return Svg.Circle("dot s1", X(strip.Value, axis), middle, 4.5);
        yield return Svg.Text("tick", Width - 2, middle + 4, "end", words.Number(strip.Value));
    }
}
