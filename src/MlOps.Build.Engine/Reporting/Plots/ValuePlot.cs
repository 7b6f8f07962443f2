using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Frequent values as bars, each below its value; a bar as long as the plot is every row.</summary>
internal static class ValuePlot
{
    private const int Width = 380;
    private const double Step = 32;
    private const double Room = 300;

    /// <param name="values">Most frequent first.</param>
    /// <param name="rows">Rows with a value.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="words">The language.</param>
    public static XElement Of(IReadOnlyList<ValueCount> values, long rows, string description, ReportWords words) =>
        Svg.Root(Width, (int)(6 + (values.Count * Step)), description, [.. values.SelectMany((value, i) => Bar(value, rows, i * Step, words))]);

    private static IEnumerable<XElement> Bar(ValueCount value, long rows, double top, ReportWords words)
    {
        var width = Math.Max(Room * Math.Min(1, value.Count / (double)rows), 0.8);
        yield return Svg.Text("label", 2, top + 14, "start", PlotText.Fit(value.Value, 44));
        yield return Svg.Rectangle("bar s1", 2, top + 19, width, 9);
        yield return Svg.Text("tick", width + 8, top + 27.5, "start", $"{words.Count(value.Count)} ({words.Percent(value.Count / (double)rows)})");
    }
}
