using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>The HTML page around the sections.</summary>
internal static class HtmlPage
{
    public static string Of(ModelEvidence model, IReadOnlyList<ReportSection> sections)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            Head(model),
            Body(HtmlChecklist.Header(model, Targets(sections)), Contents(sections), Main(sections), Footer(model)));
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

    private static XElement Head(ModelEvidence model) => new(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
        new XElement("title", Headline.Of(model)),
        new XElement("style", HtmlStyle.Sheet));

    private static XElement Contents(IReadOnlyList<ReportSection> sections) => new(
        "nav",
        new XAttribute("aria-label", "Contents"),
        sections.Select(section => new XElement("a", new XAttribute("href", "#" + section.Id), section.Title)));

    private static XElement Main(IReadOnlyList<ReportSection> sections) => new(
        "main",
        sections.Select(section => new object[]
        {
            "\n",
            new XElement(
                "section",
                new XAttribute("id", section.Id),
                new XElement("h2", section.Title),
                section.Blocks.SelectMany(HtmlBlocks.Of)),
        }),
        "\n");

    private static XElement Footer(ModelEvidence model) => new(
        "footer",
        new XElement(
            "p",
            "Made by MlOps.Build from ",
            HtmlBlocks.Name(string.Join(", ", model.Data.Files.Select(file => file.Path))),
            ". The same inputs give the same bytes."));
}
