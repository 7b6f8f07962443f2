using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>The first screen: verdict and filled checklist.</summary>
internal static class HtmlChecklist
{
    /// <summary>Items that stand open; the rest is folded, so that the page behind a long checklist stays in reach.</summary>
    private const int MostOpen = 25;

    /// <summary>The header; <paramref name="targets"/> are the ids that the page has, with their titles.</summary>
    public static XElement Header(ModelEvidence model, IReadOnlyDictionary<string, string> targets, ReportWords words) => new(
        "header",
        new XElement(
            "div",
            new XAttribute("class", "top"),
            new XElement("p", new XAttribute("class", "name"), HtmlBlocks.Name(model.Name), Version(model)),
            HtmlTools.Of(words)),
        new XElement(
            "h1",
            new XAttribute("class", Style(model.Gate.Verdict)),
            MarkOf(Mark(model.Gate.Verdict)),
            new XElement("span", ReportWords.Capital(Headline.Verdict(model.Gate, words)))),
        new XElement("p", new XAttribute("class", "about"), SafeText.Of(About.Of(model with { Version = null }, words), 600)),
        new XElement("div", new XAttribute("id", "checklist"), Lists([.. ItemWords.InOrder(model.Gate)], targets, words)));

    private static IEnumerable<XElement> Lists(List<GateItem> items, IReadOnlyDictionary<string, string> targets, ReportWords words)
    {
        yield return List(items.Take(MostOpen), targets, words);
        if (items.Count > MostOpen)
        {
            var summary = new XElement("summary", words.Say($"{items.Count - MostOpen} more items"));
            yield return new XElement("details", summary, List(items.Skip(MostOpen), targets, words));
        }
    }

    private static XElement List(IEnumerable<GateItem> items, IReadOnlyDictionary<string, string> targets, ReportWords words) =>
        new("ul", new XAttribute("class", "checklist"), items.Select(item => Item(item, targets, words)), "");

    private static XElement? Version(ModelEvidence model) => model.Version is { } version ? new XElement("span", SafeText.Of(version)) : null;

    private static XElement Item(GateItem item, IReadOnlyDictionary<string, string> targets, ReportWords words)
    {
        var seen = ItemWords.Of(item, words);
        var style = !item.Applies ? "none" : item is { Warns: true, Verdict: Verdict.Fail } ? "open" : Style(item.Verdict);
        return new XElement(
            "li",
            new XAttribute("class", style),
            MarkOf(!item.Applies ? "\u2013" : item is { Warns: true, Verdict: Verdict.Fail } ? "!" : Mark(item.Verdict)),
            new XElement(
                "div",
                new XElement("p", HtmlBlocks.Name(item.Text), " ", new XElement("em", Word(item, words))),
                new XElement("p", new XAttribute("class", "seen"), Seen(item, seen, words), Link(item, targets, words))));
    }

    /// <summary>A verdict's mark; the word stands beside it.</summary>
    public static XElement MarkOf(string text) =>
        new("span", new XAttribute("class", "mark"), new XAttribute("aria-hidden", "true"), text);

    private static object[] Seen(GateItem item, ItemWords seen, ReportWords words) => seen.Number.Length == 0
        ? [SafeText.Of(item.Applies ? seen.After : words.Echo(item.Explanation.Replace("does not apply: ", "", StringComparison.Ordinal)), 400)]
        : [SafeText.Of(seen.Before), new XElement("strong", seen.Number), SafeText.Of(seen.After, 400)];

    private static object[] Link(GateItem item, IReadOnlyDictionary<string, string> targets, ReportWords words) =>
        item is { Section: { } section, Applies: true } && targets.TryGetValue(section, out var title)
            ? [" \u00B7 ", new XElement("a", new XAttribute("href", "#" + section), title)]
            : [];

    private static string Word(GateItem item, ReportWords words) => words.Say(item switch
    {
        { Applies: false } => "does not apply",
        { Verdict: Verdict.Pass, IsSignOff: true } => "signed off",
        { Verdict: Verdict.Pass } => "passed",
        { Warns: true } => "warning",
        { Verdict: Verdict.Fail } => "failed",
        { IsSignOff: true } => "open",
        _ => "undecided",
    });

    private static string Style(Verdict verdict) => verdict switch { Verdict.Pass => "pass", Verdict.Fail => "fail", _ => "open" };

    private static string Mark(Verdict verdict) => verdict switch { Verdict.Pass => "\u2713", Verdict.Fail => "\u2715", _ => "?" };
}
