using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>The HTML page around the sections.</summary>
internal static class HtmlPage
{
    public static string Of(ModelEvidence model, IReadOnlyList<ReportSection> sections, ReportWords words)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", words.Language.Code),
            Head(model, words),
            Body(
                Skip(words),
                HtmlChecklist.Header(model, Targets(sections), words),
                Contents(sections, words),
                Main(sections),
                Footer(model, words),
                HtmlAsset.Script.Element));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";
    }

    private static XElement Body(params XElement[] parts) => new("body", "\n", parts.SelectMany(part => new object[] { part, "\n" }));

    private static Dictionary<string, string> Targets(IReadOnlyList<ReportSection> sections)
    {
        var targets = sections.ToDictionary(section => section.Id, section => section.Title);
        foreach (var figure in sections.SelectMany(section => section.Blocks).OfType<FigureRow>().SelectMany(row => row.Figures))
            targets[figure.Id] = figure.Title;
        return targets;
    }

    private static XElement Head(ModelEvidence model, ReportWords words) => new(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
        new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", HtmlAsset.Policy)),
        new XElement("title", Headline.Of(model, words)),
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

    private static XElement Footer(ModelEvidence model, ReportWords words) => new(
        "footer",
        new XElement(
            "p",
            words.Say($"Made by MlOps.Build from {SafeText.Of(words.List(model.Data.Files.Select(file => file.Path)))}."),
            words.Language.Gap,
            words.Say("The same inputs give the same bytes.")));
}
