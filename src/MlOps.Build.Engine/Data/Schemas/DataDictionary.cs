using System.Text;
using MlOps.Build.Engine.Reporting.Rendering;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>The contract for people: a Markdown page with one row a column. The same contract gives the same bytes.</summary>
internal static class DataDictionary
{
    private const string Made = "<!-- Made from the data contract by 'dotnet build -t:MlOpsDocumentData' or 'mlops schema document'; edits are lost. -->";

    public static string Write(DataSchema schema, string title)
    {
        var text = new StringBuilder($"# {MarkdownText.Escape(title)}: data dictionary\n\n{Made}\n\n");
        if (schema.License is { } license)
            text.Append($"License: {MarkdownText.Escape(license)}\n\n");
        text.Append("| column | type | unit | description | missing | allowed | notes |\n|---|---|---|---|---|---|---|\n");
        foreach (var column in schema.Columns)
            Row(text, column.Name, ColumnTypes.Name(column.Type), column.Unit, column.Description, Missing(column), string.Join("; ", Allowed(column)), string.Join("; ", Notes(column, schema)));
        Section(text, "Table", TableRules(schema.Table));
        Section(text, "Cleaning", schema.Cleaning.Steps.Select(step => step.Columns.Count == 0 ? step.Words : $"{string.Join(", ", step.Columns)}: {step.Words}"));
        return text.ToString();
    }

    private static void Row(StringBuilder text, params string?[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => MarkdownText.Escape(cell ?? "", 300))).Append(" |\n");

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count > 0)
            text.Append($"\n## {title}\n\n").AppendJoin('\n', list.Select(line => $"- {MarkdownText.Escape(line, 300)}")).Append('\n');
    }

    private static string Missing(ColumnSchema column) => column.MaximumMissing switch
    {
        null => "any",
        0 => "none",
        { } share => $"at most {Shown.Number(Math.Round(share * 100, 4))} %",
    };

    // What a sensitive column may hold is as sensitive as what it holds.
    private static IEnumerable<string> Allowed(ColumnSchema column)
    {
        if (column.Sensitive)
            yield break;
        if (column.Minimum is { } minimum)
            yield return $"at least {ColumnTypes.BoundText(column.Type, minimum)}";
        if (column.Maximum is { } maximum)
            yield return $"at most {ColumnTypes.BoundText(column.Type, maximum)}";
        if (column.Values.Count > 0)
            yield return $"one of {string.Join(", ", column.Values)}";
        if (column.Pattern is { } pattern)
            yield return $"pattern {pattern}";
        if (column.MinimumLength is { } least)
            yield return $"length at least {least}";
        if (column.MaximumLength is { } most)
            yield return $"length at most {most}";
    }

    private static IEnumerable<string> Notes(ColumnSchema column, DataSchema schema)
    {
        if (!column.Required)
            yield return "may be absent";
        if (DataEnvironments.Lacking(schema, column) is { Count: > 0 } lacking)
            yield return $"not there in {string.Join(", ", lacking)}";
        if (column.Unique)
            yield return "unique";
        if (column.Sensitive)
            yield return "sensitive: its values are in no report";
        if (column.KnownAfter)
            yield return "known only after the outcome: never a feature";
        if (column.Fresh is { } fresh)
            yield return $"the newest within {fresh.WithinText} of {fresh.Of ?? "a given instant"}";
        if (column.References is { } reference)
            yield return $"stands in {reference.File} as {reference.To[0]}";
        if (column.Skew is { } skew)
            yield return $"between training and serving at most {skew}";
        if (column.Drift is { } drift)
            yield return $"between spans at most {drift}";
        if (column.Mostly < 1)
            yield return $"rules hold for {Shown.Number(column.Mostly * 100)} % of the values";
        if (column.Severity == Contracts.DiagnosticSeverity.Warning)
            yield return "broken rules are warnings";
    }

    private static IEnumerable<string> TableRules(TableRules rules)
    {
        if (rules.MinimumRows is { } least)
            yield return $"at least {Shown.Count(least, "row")}";
        if (rules.MaximumRows is { } most)
            yield return $"at most {Shown.Count(most, "row")}";
        if (rules.EqualRows is { } other)
            yield return $"as many rows as {other}";
        foreach (var reference in rules.References)
            yield return $"{string.Join(", ", reference.Columns)} stand in {reference.File} as {string.Join(", ", reference.To)}";
        if (rules.Key.Count > 0)
            yield return $"a row is named by {string.Join(", ", rules.Key)}";
    }
}
