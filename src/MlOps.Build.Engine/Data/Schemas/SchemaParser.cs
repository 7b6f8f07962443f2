using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Packaging.Licences;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Reads <c>schema.yaml</c>.</summary>
internal static class SchemaParser
{
    public static DataSchema? Parse(string file, string text, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var schema = YamlFile.Parse(file, text, found) is { } root ? Read(root, found) : null;
        diagnostics.AddRange(found);
        return found.HasErrors ? null : schema;
    }

    private static DataSchema Read(YamlSection root, DiagnosticBag diagnostics)
    {
        var format = root.Section("format") is { } section ? ReadFormat(section, diagnostics) : new CsvFormat();
        var columns = ReadColumns(root, diagnostics);
        var table = root.Section("table") is { } rules ? TableRulesParser.Read(rules, columns, diagnostics) : new TableRules();
        var license = ReadLicense(root, diagnostics);
        var cleaning = CleaningParser.Read(root, columns, diagnostics);
        var schema = new DataSchema
        {
            Format = format,
            Columns = columns,
            Table = table,
            Cleaning = cleaning,
            License = license,
            Environments = root.Texts("environments"),
            Expectations = ExpectationsParser.Read(root, column: null, diagnostics),
            Suites = [.. root.Items("suites").Select(item => item.Text() is { } suite ? new SuiteReference(suite, item.Position) : null).OfType<SuiteReference>()],
        };
        root.RejectUnknownKeys();
        DataEnvironments.Check(schema, root.Has("environments") ? root.PositionOf("environments") : null, diagnostics);
        return schema;
    }

    private static string? ReadLicense(YamlSection root, DiagnosticBag diagnostics)
    {
        if (root.Text("license") is not { } text)
            return null;
        if (SpdxExpression.Problem(text) is not { } problem)
            return text;
        diagnostics.Error(
            PackageCodes.UnknownLicense,
            $"'license' is {Shown.Text(text)}; it {problem}. Write an SPDX expression such as CC-BY-4.0, or LicenseRef-Internal for terms of your own.",
            root.PositionOf("license"));
        return null;
    }

    private static List<ColumnSchema> ReadColumns(YamlSection root, DiagnosticBag diagnostics)
    {
        var items = root.List("columns", "Begin each column with '- ', as in '- name: Speed'.");
        if (items.Count == 0 && root.Value("columns") is not { IsSection: true })
            root.Missing("columns", "List the columns of the data, each with 'name' and 'type'.");
        var columns = new List<ColumnSchema>();
        foreach (var item in items)
        {
            if (item.Section() is not { } section || ColumnSchemaParser.Read(section, diagnostics) is not { } column)
                continue;
            if (columns.Find(earlier => earlier.Name == column.Name) is { } first)
                diagnostics.Error(DataCodes.ContractRule, Repeated(column, first), column.Position);
            else
                columns.Add(column);
        }

        return columns;
    }

    private static string Repeated(ColumnSchema column, ColumnSchema first) =>
        $"column {Shown.Text(column.Name)} is already in line {first.Position.Line}. Remove one.";

    private static CsvFormat ReadFormat(YamlSection section, DiagnosticBag diagnostics)
    {
        var format = new CsvFormat { Delimiter = ReadDelimiter(section, diagnostics), HasHeader = section.Boolean("header") ?? true };
        if (section.Has("missing"))
            format = format with { MissingMarkers = section.Texts("missing") };
        section.RejectUnknownKeys();
        return format;
    }

    private static char? ReadDelimiter(YamlSection section, DiagnosticBag diagnostics)
    {
        if (section.Text("delimiter") is not { } text)
            return null;
        if (text == "tab")
            return '\t';
        if (text is [<= '~' and not ('"' or '\n' or '\r' or '\0') and var sign] && !char.IsAsciiLetterOrDigit(sign))
            return sign;
        diagnostics.Error(
            DataCodes.ContractRule,
            $"'delimiter' is {Shown.Text(text)}; it must be one ASCII sign other than a quote, letter or digit, or the word tab.",
            section.PositionOf("delimiter"));
        return null;
    }
}
