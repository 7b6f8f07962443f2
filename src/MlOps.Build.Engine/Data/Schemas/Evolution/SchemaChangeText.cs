using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>Changes of a contract in a line each, and as a Markdown table for a pull request.</summary>
internal static class SchemaChangeText
{
    /// <summary>Such as <c>looser   'Speed' max 500 -> 600: lets in 12 rows, first data.csv(841)</c>.</summary>
    public static string Line(SchemaChange change) =>
        $"{Word(change.Direction),-8} {(change.Column is { } name ? Shown.Text(name) : "table")} {change.Key} {change.Before ?? "none"} -> {change.After ?? "none"}{LetsIn(change, ": lets in ")}";

    /// <summary>A table, loosened rules first; a sentence when nothing changed.</summary>
    public static string Markdown(IReadOnlyList<SchemaChange> changes)
    {
        if (changes.Count == 0)
            return "The data contract is unchanged.\n";
        var lines = changes.OrderBy(change => change.Direction)
            .Select(change => $"| {Word(change.Direction)} | {Cell(change.Column ?? "the table")} | `{change.Key}` | {Cell(change.Before)} | {Cell(change.After)} | {Cell(LetsIn(change, ""))} |");
        return $"| change | column | rule | before | after | lets in |\n|---|---|---|---|---|---|\n{string.Join('\n', lines)}\n";
    }

    public static string Word(ContractChangeKind direction) => direction.ToString().ToLowerInvariant();

    private static string LetsIn(SchemaChange change, string before) => change.LetsIn is not { } rows ? ""
        : $"{before}{rows.ToString("N0", CultureInfo.InvariantCulture)} {(rows == 1 ? "row" : "rows")}"
            + (change.Examples is [var first, ..] ? $", first {first.File}({first.Line})" : "");

    // Names and patterns come from files that anyone may have written.
    private static string Cell(string? text) => text is null ? "" : Reporting.Rendering.MarkdownText.Escape(text);
}
