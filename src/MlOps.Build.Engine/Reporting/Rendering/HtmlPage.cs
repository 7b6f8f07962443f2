using System.Xml.Linq;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>The HTML page around the sections.</summary>
internal static class HtmlPage
{
    /// <param name="title">What the browser calls it.</param>
    /// <param name="header">The first screen.</param>
    /// <param name="sections">What stands below, in order.</param>
    /// <param name="files">The data that it was made from.</param>
    /// <param name="words">The language.</param>
    public static string Of(string title, XElement header, IReadOnlyList<ReportSection> sections, IEnumerable<string> files, ReportWords words)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", words.Language.Code),
            Head(title),
            Body(
                Skip(words),
                header,
                Contents(sections, words),
                Main(sections),
                Footer(files, words),
                HtmlAsset.Script.Element));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";
    }

    private static XElement Body(params XElement[] parts) => new("body", "\n", parts.SelectMany(part => new object[] { part, "\n" }));

    /// <summary>What links can lead to, with its title.</summary>
    public static IReadOnlyDictionary<string, string> Targets(IReadOnlyList<ReportSection> sections)
    {
        var targets = sections.ToDictionary(section => section.Id, section => section.Title);
        foreach (var figure in sections.SelectMany(section => section.Blocks).OfType<FigureRow>().SelectMany(row => row.Figures))
            targets[figure.Id] = figure.Title;
        return targets;
    }

    private static XElement Head(string title) => new(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
        new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", HtmlAsset.Policy)),
        new XElement("title", title),
        HtmlAsset.Style.Element);

    private static XElement Skip(ReportWords words) =>
        new("a", new XAttribute("class", "skip"), new XAttribute("href", "#content"), words.Say("Skip to the sections"));

    private static XElement Contents(IReadOnlyList<ReportSection> sections, ReportWords words) => new(
        "nav",
        new XAttribute("aria-label", words.Say("Contents")),
        sections.Select(section => new XElement("a", new XAttribute("href", "#" + section.Id), section.Title)));

    private static XElement Main(IReadOnlyList<ReportSection> sections) => new(
        "main",
        new XAttribute("id", "content"),
        new XAttribute("tabindex", "-1"),
        sections.Select(section => new object[]
        {
            "\n",
            new XElement(
                "section",
                new XAttribute("id", section.Id),
                new XElement("h2", section.Title),
                section.Blocks.SelectMany(block => HtmlBlocks.Of(block, section.Title))),
        }),
        "\n");

    private static XElement Footer(IEnumerable<string> files, ReportWords words) => new(
        "footer",
        new XElement(
            "p",
            words.Say($"Made by MlOps.Build from {SafeText.Of(words.List(files))}."),
            words.Language.Gap,
            words.Say("The same inputs give the same bytes.")));
}
