using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Reads and writes <c>references</c> of a column and of the table.</summary>
internal static class ReferenceParser
{
    /// <summary>Of a column: a file, or a file and the column there.</summary>
    public static TableReference? OfColumn(YamlSection column, string name)
    {
        if (column.Value("references") is not { } value)
            return null;
        if (!value.IsSection)
            return value.Text() is { } text ? new() { File = text, Columns = [name], To = [name], Position = value.Position } : null;
        var section = column.Section("references")!;
        var (file, to) = (section.Text("file"), section.Text("column"));
        section.RejectUnknownKeys();
        if (string.IsNullOrWhiteSpace(file))
            section.Missing("file", "It is the other table's file, such as airports.csv.");
        return string.IsNullOrWhiteSpace(file) ? null : new() { File = file, Columns = [name], To = [to ?? name], Position = column.PositionOf("references") };
    }

    /// <summary>Of the table: several columns together.</summary>
    public static IReadOnlyList<TableReference> OfTable(YamlSection table, IReadOnlyList<ColumnSchema> columns, DiagnosticBag diagnostics)
    {
        var items = table.List("references", "Begin each with '- ', as in '- columns: [country, code]'.");
        return [.. items.Select(item => item.Section() is { } section ? ReadOne(section, columns, diagnostics) : null).OfType<TableReference>()];
    }

    public static string? Text(TableReference? reference) => reference switch
    {
        null => null,
        _ when reference.To[0] == reference.Columns[0] => $"{{file: {YamlText.Scalar(reference.File)}}}",
        _ => $"{{file: {YamlText.Scalar(reference.File)}, column: {YamlText.Scalar(reference.To[0])}}}",
    };

    public static IEnumerable<string> Lines(IReadOnlyList<TableReference> references)
    {
        if (references.Count > 0)
            yield return "  references:";
        foreach (var reference in references)
        {
            var to = reference.To.SequenceEqual(reference.Columns) ? "" : $", to: {YamlText.List(reference.To)}";
            yield return $"    - {{columns: {YamlText.List(reference.Columns)}, file: {YamlText.Scalar(reference.File)}{to}}}";
        }
    }

    private static TableReference? ReadOne(YamlSection section, IReadOnlyList<ColumnSchema> columns, DiagnosticBag diagnostics)
    {
        var (file, own, to) = (section.Text("file"), section.Texts("columns"), section.Texts("to"));
        section.RejectUnknownKeys();
        if (string.IsNullOrWhiteSpace(file))
            section.Missing("file", "It is the other table's file, such as places.csv.");
        if (own.Count == 0)
            section.Missing("columns", "List the columns whose values together name a row of the other table.");
        if (to.Count > 0 && to.Count != own.Count)
            section.Invalid("to", $"'to' lists {Shown.Count(to.Count, "column")} and 'columns' {Shown.Count(own.Count)}; they go together one by one.");
        foreach (var name in own.Where(name => columns.All(column => column.Name != name)))
        {
            var hint = DidYouMean.Sentence(name, columns.Select(column => column.Name));
            diagnostics.Error(DataCodes.ContractRule, $"'references' names {Shown.Text(name)}, which is no column.{hint}", section.PositionOf("columns"));
        }

        return file is null || own.Count == 0 ? null : new() { File = file, Columns = own, To = to.Count > 0 ? to : own, Position = section.Position };
    }
}
