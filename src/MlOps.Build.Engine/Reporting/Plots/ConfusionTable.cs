using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Plots;

/// <summary>The confusion matrix as a table whose cells are shaded by their share of the actual class.</summary>
internal static class ConfusionTable
{
    public const int MostClasses = 20;

    public static XElement Of(EvaluationSummary evaluation, ReportWords words)
    {
        var count = Math.Min(MostClasses, evaluation.Confusion.Count);
        var names = Enumerable.Range(0, count).Select(i => SafeText.Of(evaluation.Classes.ElementAtOrDefault(i) ?? "", 40)).ToList();
        var corner = Head("col", words.Say("actual \u2193 predicted \u2192"));
        return new XElement(
            "table",
            new XAttribute("class", "confusion"),
            new XElement("thead", new XElement("tr", corner, names.Select(name => Head("col", name)))),
            new XElement("tbody", Enumerable.Range(0, count).Select(i => Row(names[i], evaluation.Confusion[i], i, count))));
    }

    private static XElement Head(string scope, string text) => new("th", new XAttribute("scope", scope), text);

    private static XElement Row(string name, IReadOnlyList<long> counts, int actual, int classes)
    {
        var all = Math.Max(1, counts.Sum());
        return new XElement("tr", Head("row", name), counts.Take(classes).Select((value, predicted) => new XElement(
            "td",
            new XAttribute("class", $"{(actual == predicted ? "right" : "wrong")} shade{Shade(value, all)}"),
            NumberText.Count(value),
            new XElement("small", NumberText.Percent((double)value / all)))));
    }

    // Five steps, so that the style sheet and not the markup holds the colours.
    private static long Shade(long value, long all) => value == 0 ? 0 : 1 + (4 * value / all);
}
