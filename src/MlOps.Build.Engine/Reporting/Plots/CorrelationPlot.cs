using System.Xml.Linq;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Relations below the diagonal of a matrix: darker is stronger, squares are positive, diamonds negative, so that colour is not all that tells.</summary>
internal static class CorrelationPlot
{
    private const int Width = 760;
    private const double Left = 200;
    private const double Largest = 40;
    private const int MostNumbered = 12;

    /// <param name="names">The columns.</param>
    /// <param name="matrix">Row by row below the diagonal.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="words">The language.</param>
    public static XElement Of(IReadOnlyList<string> names, IReadOnlyList<double?> matrix, string description, ReportWords words)
    {
        var step = Math.Min(Largest, (Width - Left - 2) / names.Count);
        var height = Math.Max(step, 17);
        return Svg.Root(
            Width,
            (int)(24 + (names.Count * height)),
            description,
            [
                .. names.SelectMany((name, row) => Row(name, row, [.. matrix.Skip(row * (row - 1) / 2).Take(row)], (step, height), words, names.Count <= MostNumbered)),
                .. names.Select((_, column) => Svg.Text("tick", Left + ((column + 0.5) * step), 16 + (names.Count * height), "middle", words.Count(column + 1))),
            ]);
    }

    private static IEnumerable<XElement> Row(string name, int row, double?[] values, (double Width, double Height) cell, ReportWords words, bool numbered)
    {
        var top = 2 + (row * cell.Height);
        yield return Svg.Text("tick", 18, top + (cell.Height / 2) + 4, "end", words.Count(row + 1));
        yield return Svg.Text("label", 26, top + (cell.Height / 2) + 4, "start", PlotText.Fit(name, 21));
        for (var column = 0; column <= row; column++)
        {
            var (left, value) = (Left + (column * cell.Width), column < row ? values.ElementAtOrDefault(column) : null);
            yield return Svg.Rectangle("blank", left, top, cell.Width - 2, cell.Height - 2);
            if (value is not { } known || !double.IsFinite(known))
                continue;
            var shade = Math.Abs(known) switch { < 0.25 => 1, < 0.5 => 2, < 0.75 => 3, _ => 4 };
            yield return known >= 0
                ? Svg.Rectangle($"cell c{shade}", left, top, cell.Width - 2, cell.Height - 2)
                : Svg.Diamond($"cell minus c{shade}", left + ((cell.Width - 2) / 2), top + ((cell.Height - 2) / 2), (Math.Min(cell.Width, cell.Height) - 2) / 2);
            if (numbered)
                yield return Svg.Text(shade == 4 ? "inside on" : "inside", left + ((cell.Width - 2) / 2), top + (cell.Height / 2) + 3, "middle", words.Number(known, 2));
        }
    }
}
