using System.Text;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>Writes blocks as GitHub's Markdown.</summary>
internal static class MarkdownBlocks
{
    private const int LongestCell = 90;
    private const int LongestParagraph = 2000;

    public static void Write(StringBuilder text, ReportSection section, ReportWords words, int level = 2)
    {
        text.Append('#', level).Append(' ').Append(MarkdownText.Escape(section.Title)).Append("\n\n");
        foreach (var block in section.Blocks)
            Write(text, block, words);
    }

    public static void Write(StringBuilder text, ReportBlock block, ReportWords words)
    {
        switch (block)
        {
            case Paragraph paragraph:
                text.Append(MarkdownText.Escape(paragraph.Text, LongestParagraph)).Append("\n\n");
                break;
            case ReportTable table:
                Write(text, table, words);
                break;
            case Fold fold:
                Write(text, fold, words);
                break;
            case FigureRow row:
                foreach (var figure in row.Figures)
                    text.Append($"**{MarkdownText.Escape(figure.Title)}.** {MarkdownText.Escape(figure.Sentence, LongestParagraph)}\n\n");
                break;
            default:
                break;
        }
    }

    private static void Write(StringBuilder text, Fold fold, ReportWords words)
    {
        text.Append("<details><summary>").Append(Summary(fold.Summary)).Append("</summary>\n\n");
        foreach (var block in fold.Blocks)
            Write(text, block, words);
        text.Append("</details>\n\n");
    }

    // A summary is HTML and not Markdown.
    private static string Summary(string summary) =>
        SafeText.Of(summary).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static void Write(StringBuilder text, ReportTable table, ReportWords words)
    {
        Row(text, table.Columns.Select(column => column.Title));
        text.Append('|').AppendJoin('|', table.Columns.Select(column => column.Numeric ? "--:" : "---")).Append("|\n");
        foreach (var row in table.Rows.Take(table.ShortRows))
            Row(text, row);
        if (table.Rows.Count > table.ShortRows)
            text.Append('\n').Append(words.Say($"And {table.Rows.Count - table.ShortRows} more in `report.html`.")).Append('\n');
        text.Append('\n');
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => MarkdownText.Escape(cell, LongestCell))).Append(" |\n");
}
