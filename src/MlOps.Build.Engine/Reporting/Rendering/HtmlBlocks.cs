using System.Xml.Linq;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>Writes blocks as HTML elements.</summary>
internal static class HtmlBlocks
{
    private const int LongestParagraph = 4000;

    // Cells up to this length stay on one line.
    private const int LongestUnbroken = 24;

    /// <summary>The block's elements; <paramref name="about"/> names its tables to those who cannot see where they stand.</summary>
    public static IEnumerable<XElement> Of(ReportBlock block, string about) => block switch
    {
        Paragraph paragraph => [new XElement("p", SafeText.Of(paragraph.Text, LongestParagraph))],
        ReportTable table => [Table(table, about)],
        Fold fold => [Folded(fold.Summary, fold.Blocks, fold.Id)],
        FigureRow row => [new XElement("div", new XAttribute("class", "figures"), row.Figures.Select(Of))],
        Explorer explorer => [Of(explorer)],
        _ => [],
    };

    /// <summary>A name from data, kept apart from the direction of the text around it.</summary>
    public static XElement Name(string text) => new("bdi", SafeText.Of(text));

    private static XElement Folded(string summary, IEnumerable<ReportBlock> blocks, string? id = null) => new(
        "details",
        id is null ? null : new XAttribute("id", id),
        new XElement("summary", SafeText.Of(summary)),
        blocks.SelectMany(block => Of(block, summary)));

    private static XElement Of(Explorer explorer) => new(
        "div",
        new XAttribute("class", "explorer"),
        new XAttribute("data-start", explorer.Start),
        Folded(explorer.Summary, [explorer.Table]));

    private static XElement Table(ReportTable table, string about) => Region(about, new XElement(
        "table",
        new XAttribute("class", "data"),
        new XElement("caption", SafeText.Of(about)),
        new XElement("thead", new XElement("tr", table.Columns.Select(column => Cell("th", column, column.Title, "col")))),
        new XElement("tbody", table.Rows.Select((row, i) => Row(table, row, i < table.Targets.Count ? table.Targets[i] : null)))));

    // What is too wide scrolls by itself, for the keyboard too.
    private static XElement Region(string about, XElement content) => new(
        "div",
        new XAttribute("class", "scroll"),
        new XAttribute("role", "group"),
        new XAttribute("aria-label", SafeText.Of(about)),
        new XAttribute("tabindex", "0"),
        content);

    private static XElement Row(ReportTable table, IReadOnlyList<string> cells, string? target) => new(
        "tr",
        cells.Select((cell, i) => i == 0 ? Cell("th", table.Columns[i], cell, "row", target) : Cell("td", table.Columns[i], cell, null)));

    private static XElement Cell(string tag, TableColumn column, string text, string? scope, string? target = null)
    {
        var style = column.Numeric ? "number" : text.Length <= LongestUnbroken ? "short" : null;
        // A link is to be seen, whatever a column is called.
        var content = Content(column, target is not null && SafeText.Of(text).Trim().Length == 0 ? "\u2013" : text);
        var cell = new XElement(
            tag,
            style is null ? null : new XAttribute("class", style),
            target is null ? content : new XElement("a", new XAttribute("href", "#" + target), content));
        if (scope is not null)
            cell.SetAttributeValue("scope", scope);
        return cell;
    }

    // The interval stands quieter than its number.
    private static XElement Content(TableColumn column, string text)
    {
        var at = column.Numeric ? text.IndexOf(" [", StringComparison.Ordinal) : -1;
        return at < 0 ? Name(text) : new XElement("bdi", SafeText.Of(text[..at]), new XElement("small", SafeText.Of(text[at..])));
    }

    private static XElement Of(Figure figure) => new(
        "figure",
        new XAttribute("id", figure.Id),
        figure.Wide ? new XAttribute("class", "wide") : null,
        new XElement(
            "figcaption",
            new XElement("h3", SafeText.Of(figure.Title)),
            new XElement("p", SafeText.Of(figure.Sentence, LongestParagraph))),
        figure.Legend.Count == 0 ? null : Legend(figure.Legend),
        Plot(figure));

    private static XElement Plot(Figure figure) => figure.Plot.Name == "table" ? Region(figure.Title, figure.Plot)
        : figure.Wide ? Region(figure.Title, Titled(figure))
        : new XElement("div", new XAttribute("class", "scroll"), Titled(figure));

    // Its first child names a drawing to those who do not see it (SVG Accessibility API Mappings); what it shows stands in its desc.
    private static XElement Titled(Figure figure)
    {
        var plot = new XElement(figure.Plot);
        plot.AddFirst(new XElement("title", SafeText.Of(figure.Title)));
        return plot;
    }

    private static XElement Legend(IReadOnlyList<string> names) => new(
        "ul",
        new XAttribute("class", "legend"),
        names.Select((name, i) => new XElement("li", new XElement("i", new XAttribute("class", $"swatch s{i + 1}"), ""), Name(name))));
}
