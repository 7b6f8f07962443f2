using System.Text;
using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Columns by blocks of rows, darker where more is missing. One path a shade keeps it small.</summary>
internal static class MissingPlot
{
    private const int Width = 760;
    private const double Left = 200;
    private const double Step = 17;
    private const double Cell = 14;
    private const int Shades = 4;

    public static XElement Of(MissingPattern pattern, long rows, string description, ReportWords words)
    {
        var bottom = 4 + (pattern.Columns.Count * Step);
        return Svg.Root(
            Width,
            (int)(bottom + 22),
            description,
            [
                .. pattern.Columns.SelectMany((column, i) => Row(column, 2 + (i * Step))),
                .. Enumerable.Range(1, Shades).Select(shade => Shade(pattern, rows, shade)).OfType<XElement>(),
                Svg.Text("tick", Left, bottom + 15, "start", words.Say($"row {words.Count(Math.Min(1, rows))}")),
                Svg.Text("tick", Width - 2, bottom + 15, "end", words.Say($"row {words.Count(rows)}")),
            ]);
    }

    private static IEnumerable<XElement> Row(MissingColumn column, double top)
    {
        yield return Svg.Text("label", 2, top + 11.5, "start", PlotText.Fit(column.Name, 24));
        yield return Svg.Rectangle("blank", Left, top, Width - 2 - Left, Cell);
    }

    private static XElement? Shade(MissingPattern pattern, long rows, int shade)
    {
        var path = new StringBuilder();
        foreach (var (i, column) in pattern.Columns.Index())
            Append(path, Array.ConvertAll([.. column.Counts], count => count), (rows, pattern.RowsPerBlock), 2 + (i * Step), shade);
        return path.Length == 0 ? null : new XElement("path", new XAttribute("class", $"cell c{shade}"), new XAttribute("d", path.ToString().TrimEnd()));
    }

    // Blocks of one shade side by side are one rectangle.
    private static void Append(StringBuilder path, long[] counts, (long All, long PerBlock) rows, double top, int shade)
    {
        var width = (Width - 2 - Left) / counts.Length;
        for (var from = 0; from < counts.Length;)
        {
            var to = from + 1;
            var found = ShadeOf(counts[from], Rows(from, rows));
            while (to < counts.Length && ShadeOf(counts[to], Rows(to, rows)) == found)
                to++;
            if (found == shade)
                path.Append($"M{Svg.Number(Left + (from * width))},{Svg.Number(top)}h{Svg.Number((to - from) * width)}v{Svg.Number(Cell)}h-{Svg.Number((to - from) * width)}z ");
            from = to;
        }
    }

    private static long Rows(int block, (long All, long PerBlock) rows) => Math.Min(rows.PerBlock, rows.All - (block * rows.PerBlock));

    // 0 where nothing is missing, the last one where more than three quarters are.
    private static int ShadeOf(long missing, long rows) => missing <= 0 ? 0 : Math.Clamp((int)(((missing * Shades) + rows - 1) / Math.Max(1, rows)), 1, Shades);
}
