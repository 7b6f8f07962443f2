using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Writes <c>schema.yaml</c>.</summary>
internal static class SchemaWriter
{
    private const int WidestList = 100;

    public static string Write(DataSchema schema)
    {
        var lines = new List<string> { "# The data contract: what each column holds. See docs/guides/data-contract.md." };
        if (schema.License is { } license)
            lines.Add($"license: {YamlText.Scalar(license)}");
        if (schema.Environments.Count > 0)
            lines.Add($"environments: {YamlText.List(schema.Environments)}");
        lines.AddRange(Format(schema.Format));
        lines.Add("columns:");
        foreach (var column in schema.Columns)
            lines.AddRange(Column(column));
        lines.AddRange(Table(schema.Table));
        lines.AddRange(CleaningWriter.Write(schema.Cleaning));
        lines.AddRange(ExpectationsWriter.Lines(schema.Expectations, "", inColumn: false));
        lines.AddRange(ExpectationsWriter.Suites(schema.Suites));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>A column as an item of <c>columns</c>, indented by two.</summary>
    public static IEnumerable<string> Column(ColumnSchema column)
    {
        var first = true;
        foreach (var (key, value) in Keys(column))
        {
            yield return $"{(first ? "  - " : "    ")}{key}: {value}";
            first = false;
        }

        foreach (var line in List("    ", "values", column.Values).Concat(ExpectationsWriter.Lines(column.Expectations, "    ", inColumn: true)))
            yield return line;
    }

    /// <summary>The keys that differ from their defaults, in the guide's order; <c>values</c> is apart.</summary>
    public static IEnumerable<(string Key, string Value)> Keys(ColumnSchema column)
    {
        var type = column.Type;
        return new (string, string?)[]
        {
            ("name", YamlText.Scalar(column.Name)),
            ("type", ColumnTypes.Name(type)),
            ("description", column.Description is { } text ? YamlText.Scalar(text) : null),
            ("unit", column.Unit is { } unit ? YamlText.Scalar(unit) : null),
            ("required", column.Required ? null : "false"),
            ("environments", column.Environments.Count > 0 ? YamlText.List(column.Environments) : null),
            ("missing", column.MaximumMissing is { } share ? Shown.Number(share) : null),
            ("unique", column.Unique ? "true" : null),
            ("min", column.Minimum is { } minimum ? ColumnTypes.BoundText(type, minimum) : null),
            ("max", column.Maximum is { } maximum ? ColumnTypes.BoundText(type, maximum) : null),
            ("pattern", column.Pattern is { } pattern ? YamlText.Scalar(pattern) : null),
            ("min_length", column.MinimumLength?.ToString(CultureInfo.InvariantCulture)),
            ("max_length", column.MaximumLength?.ToString(CultureInfo.InvariantCulture)),
            ("mostly", column.Mostly < 1 ? Shown.Number(column.Mostly) : null),
            ("fresh", FreshnessParser.Text(column.Fresh)),
            ("references", ReferenceParser.Text(column.References)),
            ("skew", DistanceParser.Text(column.Skew)),
            ("drift", DistanceParser.Text(column.Drift)),
            ("severity", column.Severity == DiagnosticSeverity.Warning ? "warning" : null),
            ("sensitive", column.Sensitive ? "true" : null),
            ("known", column.KnownAfter ? "after" : null),
        }.Where(key => key.Item2 is not null).Select(key => (key.Item1, key.Item2!));
    }

    private static IEnumerable<string> Format(CsvFormat format)
    {
        var standard = new CsvFormat();
        var lines = new List<string>();
        if (format.Delimiter is { } delimiter)
            lines.Add($"  delimiter: {(delimiter == '\t' ? "tab" : YamlText.Scalar(delimiter.ToString()))}");
        if (!format.HasHeader)
            lines.Add("  header: false");
        if (!format.MissingMarkers.SequenceEqual(standard.MissingMarkers))
            lines.AddRange(format.MissingMarkers.Count == 0 ? ["  missing: []"] : List("  ", "missing", format.MissingMarkers));
        return lines.Count == 0 ? [] : lines.Prepend("format:");
    }

    private static IEnumerable<string> Table(TableRules table)
    {
        var lines = new List<string>();
        if (table.MinimumRows is not null || table.MaximumRows is not null || table.EqualRows is not null)
            lines.Add("  rows:");
        if (table.MinimumRows is { } minimum)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"    min: {minimum}"));
        if (table.MaximumRows is { } maximum)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"    max: {maximum}"));
        if (table.EqualRows is { } other)
            lines.Add($"    equal_to: {YamlText.Scalar(other)}");
        lines.AddRange(List("  ", "key", table.Key));
        lines.AddRange(ReferenceParser.Lines(table.References));
        return lines.Count == 0 ? [] : lines.Prepend("table:");
    }

    private static IEnumerable<string> List(string indent, string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return [];
        var line = $"{indent}{key}: {YamlText.List(values)}";
        return line.Length <= WidestList
            ? [line]
            : values.Select(value => $"{indent}  - {YamlText.Scalar(value)}").Prepend($"{indent}{key}:");
    }
}
