using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Reads one column of the contract.</summary>
internal static class ColumnSchemaParser
{
    private static readonly Dictionary<string, DiagnosticSeverity> Severities = new()
    {
        ["error"] = DiagnosticSeverity.Error,
        ["warning"] = DiagnosticSeverity.Warning,
    };

    private static readonly Dictionary<string, bool> Known = new() { ["after"] = true };

    public static ColumnSchema? Read(YamlSection section, DiagnosticBag diagnostics)
    {
        var name = section.Text("name");
        if (string.IsNullOrWhiteSpace(name))
            section.Missing("name", "Each column needs the name that stands in the header.");
        var type = section.Choice("type", ColumnTypes.ByName);
        if (!section.Has("type"))
            section.Missing("type", $"It is one of {string.Join(", ", ColumnTypes.ByName.Keys)}.");
        var column = ReadRules(section, name ?? "", type ?? ColumnType.String) with
        {
            Expectations = ExpectationsParser.Read(section, name ?? "", diagnostics),
        };
        section.RejectUnknownKeys();
        if (string.IsNullOrWhiteSpace(name) || type is null)
            return null;
        return ColumnSchemaCheck.Check(column, diagnostics);
    }

    private static ColumnSchema ReadRules(YamlSection section, string name, ColumnType type) => new()
    {
        Name = name,
        Type = type,
        Description = section.Text("description"),
        Unit = section.Text("unit"),
        Required = section.Boolean("required") ?? true,
        Environments = section.Texts("environments"),
        MaximumMissing = section.Number("missing", 0, 1),
        Unique = section.Boolean("unique") ?? false,
        Minimum = ReadBound(section, "min", type),
        Maximum = ReadBound(section, "max", type),
        Values = section.Texts("values"),
        Pattern = section.Text("pattern"),
        MinimumLength = (int?)section.Integer("min_length", 0, int.MaxValue),
        MaximumLength = (int?)section.Integer("max_length", 0, int.MaxValue),
        Mostly = section.Number("mostly", 0, 1) ?? 1,
        Fresh = FreshnessParser.Read(section),
        References = ReferenceParser.OfColumn(section, name),
        Skew = DistanceParser.Read(section, "skew"),
        Drift = DistanceParser.Read(section, "drift"),
        Severity = section.Choice("severity", Severities) ?? DiagnosticSeverity.Error,
        Sensitive = section.Boolean("sensitive") ?? false,
        KnownAfter = section.Choice("known", Known) ?? false,
        Position = section.Position,
        KeyPositions = section.Keys.ToDictionary(key => key, section.PositionOf),
    };

    private static double? ReadBound(YamlSection section, string key, ColumnType type)
    {
        if (section.Text(key) is not { } text || !ColumnTypes.HasOrder(type))
            return null;
        if (ColumnTypes.Bound(type, text) is { } bound)
            return bound;
        section.Invalid(key, $"'{key}' is {Shown.Text(text)}; expected a {ColumnTypes.Name(type)} as the column is.");
        return null;
    }
}
