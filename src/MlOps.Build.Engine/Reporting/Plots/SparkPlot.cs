using System.Xml.Linq;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Small histograms in pairs, one pair a column of the data: the reference at the left, the rows compared with it at the right.</summary>
internal static class SparkPlot
{
    private const int Width = 380;
    private const double Step = 56;
    private const double Height = 30;
    private const double Side = 178;

    public static XElement Of(IReadOnlyList<(string Name, IReadOnlyList<long> Reference, IReadOnlyList<long> Current)> pairs, string description) =>
        Svg.Root(Width, (int)(6 + (pairs.Count * Step)), description, [.. pairs.SelectMany((pair, i) => Pair(pair, i * Step))]);

    private static IEnumerable<XElement> Pair((string Name, IReadOnlyList<long> Reference, IReadOnlyList<long> Current) pair, double top)
    {
        yield return Svg.Text("label", 2, top + 14, "start", SafeText.Of(pair.Name, 48));
        foreach (var bar in Bars(pair.Reference, 2, top + 20, "bar s1").Concat(Bars(pair.Current, Width - Side - 2, top + 20, "bar s2")))
            yield return bar;
    }

    // Each histogram fills its height: the shapes are compared, not the numbers of rows.
    private static IEnumerable<XElement> Bars(IReadOnlyList<long> counts, double left, double top, string style)
    {
        var most = Math.Max(1, counts.Max());
        var width = Side / counts.Count;
        for (var i = 0; i < counts.Count; i++)
        {
            var height = Height * counts[i] / most;
            if (counts[i] > 0)
                yield return Svg.Rectangle(style, left + (i * width), top + Height - Math.Max(height, 0.8), width - Math.Min(2, width / 4), Math.Max(height, 0.8));
        }

        yield return Svg.Line("axis", left, top + Height, left + Side, top + Height);
    }
}
