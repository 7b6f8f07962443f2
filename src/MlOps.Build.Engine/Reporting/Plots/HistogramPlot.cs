using System.Xml.Linq;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Rows by bins of equal width, between the smallest and the largest value.</summary>
internal static class HistogramPlot
{
    private const int Width = 380;
    private const int Height = 150;
    private const double Top = 22;
    private const double Bottom = 124;

    public static XElement Of(IReadOnlyList<long> counts, (string Low, string High) ends, string description, ReportWords words) =>
        Svg.Root(Width, Height, description, [.. Parts(counts, ends, words)]);

    private static IEnumerable<XElement> Parts(IReadOnlyList<long> counts, (string Low, string High) ends, ReportWords words)
    {
        var most = Math.Max(1, counts.Max());
        var width = (Width - 4.0) / counts.Count;
        yield return Svg.Line("grid", 2, Top, Width - 2, Top);
        yield return Svg.Text("tick", 2, Top - 6, "start", words.Say($"{most} rows"));
        for (var i = 0; i < counts.Count; i++)
        {
            var height = Math.Max((Bottom - Top) * counts[i] / most, 0.8);
            if (counts[i] > 0)
                yield return Svg.Rectangle("bar s1", 2 + (i * width), Bottom - height, width - 2, height);
        }

        yield return Svg.Line("axis", 2, Bottom, Width - 2, Bottom);
        yield return Svg.Text("tick", 2, Bottom + 18, "start", PlotText.Fit(ends.Low, 28));
        yield return Svg.Text("tick", Width - 2, Bottom + 18, "end", PlotText.Fit(ends.High, 28));
    }
}
