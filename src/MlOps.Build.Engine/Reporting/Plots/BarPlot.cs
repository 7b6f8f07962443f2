using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>Importances as bars with their range over the repeats; names stand above, so long ones fit a narrow page.</summary>
internal static class BarPlot
{
    private const int Width = 380;
    private const double Step = 34;
    private const double Right = 330;

    public static XElement Of(IReadOnlyList<Importance> importances, string description, ReportWords words)
    {
        var low = Math.Min(0, importances.Min(importance => Math.Min(importance.Value, importance.Low)));
        var high = Math.Max(importances.Max(importance => Math.Max(importance.Value, importance.High)), low + 1e-12);
        double X(double value) => 2 + ((Right - 2) * Math.Clamp((value - low) / (high - low), 0, 1));
        var bars = importances.SelectMany((importance, i) => Bar(importance, 4 + (i * Step), X, words));
        var height = (int)(8 + (importances.Count * Step));
        return Svg.Root(Width, height, description, [.. bars, Svg.Line("axis", X(0), 2, X(0), height - 2)]);
    }

    private static IEnumerable<XElement> Bar(Importance importance, double top, Func<double, double> x, ReportWords words)
    {
        var (from, to) = (Math.Min(x(0), x(importance.Value)), Math.Max(x(0), x(importance.Value)));
        var middle = top + 22.5;
        yield return Svg.Text("label", x(0) + 5, top + 12, "start", SafeText.Of(importance.Column, 48));
        yield return Svg.Rectangle("bar s1", from, top + 17, to - from, 11);
        yield return Svg.Line("whisker", x(importance.Low), middle, x(importance.High), middle);
        yield return Svg.Text("tick", Width, middle + 4, "end", words.Number(importance.Value));
    }
}
