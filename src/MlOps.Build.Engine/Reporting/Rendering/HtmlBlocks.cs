using System.Xml.Linq;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>Writes blocks as HTML elements.</summary>
internal static class HtmlBlocks
{
    private const int LongestParagraph = 4000;

    // Cells up to this length stay on one line.
    private const int LongestUnbroken = 24;

    public static IEnumerable<XElement> Of(ReportBlock block) => block switch
    {
        Paragraph paragraph => [new XElement("p", SafeText.Of(paragraph.Text, LongestParagraph))],
        ReportTable table => [Table(table)],
        Fold fold => [new XElement("details", new XElement("summary", SafeText.Of(fold.Summary)), fold.Blocks.SelectMany(Of))],
        FigureRow row => [new XElement("div", new XAttribute("class", "figures"), row.Figures.Select(Of))],
        _ => [],
    };

    /// <summary>A name from data, kept apart from the direction of the text around it.</summary>
    public static XElement Name(string text) => new("bdi", SafeText.Of(text));

    private static XElement Table(ReportTable table) => new(
        "div",
        new XAttribute("class", "scroll"),
        new XAttribute("tabindex", "0"),
        new XElement(
            "table",
            new XElement("thead", new XElement("tr", table.Columns.Select(column => Cell("th", column, column.Title, "col")))),
            new XElement("tbody", table.Rows.Select(row => Row(table, row)))));

    private static XElement Row(ReportTable table, IReadOnlyList<string> cells) => new(
        "tr",
        cells.Select((cell, i) => i == 0 ? Cell("th", table.Columns[i], cell, "row") : Cell("td", table.Columns[i], cell, null)));

    private static XElement Cell(string tag, TableColumn column, string text, string? scope)
    {
        var style = column.Numeric ? "number" : text.Length <= LongestUnbroken ? "short" : null;
        var cell = new XElement(tag, style is null ? null : new XAttribute("class", style), Content(column, text));
        if (scope is not null)
            cell.SetAttributeValue("scope", scope);
        return cell;
    }

    // The interval stands quieter than its number.
    private static XElement Content(TableColumn column, string text)
    {
        var at = column.Numeric ? text.IndexOf(" [", StringComparison.Ordinal) : -1;
        return at < 0 ? Name(text) : new XElement("bdi", text[..at], new XElement("small", text[at..]));
    }

    private static XElement Of(Figure figure) => new(
        "figure",
        new XAttribute("id", figure.Id),
        new XElement(
            "figcaption",
            new XElement("h3", SafeText.Of(figure.Title)),
            new XElement("p", SafeText.Of(figure.Sentence, LongestParagraph))),
        figure.Legend.Count == 0 ? null : Legend(figure.Legend),
        new XElement("div", new XAttribute("class", "scroll"), figure.Plot));

    private static XElement Legend(IReadOnlyList<string> names) => new(
        "ul",
        new XAttribute("class", "legend"),
        names.Select((name, i) => new XElement("li", new XElement("i", new XAttribute("class", $"swatch s{i + 1}"), ""), Name(name))));
}
