using System.Buffers;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Reads <c>expectations</c>: a list whose items have <c>type</c> and, beside it, the arguments.</summary>
internal static class ExpectationsParser
{
    private static readonly Dictionary<string, DiagnosticSeverity> Severities = new()
    {
        ["error"] = DiagnosticSeverity.Error,
        ["warning"] = DiagnosticSeverity.Warning,
    };

    /// <param name="parent">The contract, or one of its columns.</param>
    /// <param name="column">The column's name; null for the contract.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static IReadOnlyList<Expectation> Read(YamlSection parent, string? column, DiagnosticBag diagnostics)
    {
        var items = parent.List("expectations", "Begin each with '- ', as in '- type: expect_column_values_to_be_unique'.");
        return [.. items.Select(item => item.Section() is { } section ? ReadOne(section, column, diagnostics) : null).OfType<Expectation>()];
    }

    private static Expectation? ReadOne(YamlSection section, string? column, DiagnosticBag diagnostics)
    {
        var type = section.Text("type");
        var severity = section.Choice("severity", Severities) ?? DiagnosticSeverity.Error;
        if (type is null)
        {
            section.Missing("type", "Each expectation needs its name in Great Expectations, such as expect_column_values_to_be_unique.");
            return null;
        }

        if (Kwargs(section, column) is not { } kwargs)
            return null;

        var meta = section.Value("meta")?.Json();
        if (meta is { ValueKind: not JsonValueKind.Object })
        {
            section.Invalid("meta", "'meta' is a map of notes, as in 'meta: {owner: ops}'.");
            return null;
        }

        var expectation = new Expectation
        {
            Type = type,
            Kwargs = kwargs,
            Meta = meta,
            Severity = severity,
            Position = section.PositionOf("type"),
        };
        return ExpectationNames.Check(expectation, diagnostics) ? expectation : null;
    }

    private static JsonElement? Kwargs(YamlSection section, string? column)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (column is not null)
                writer.WriteString("column", column);
            foreach (var key in section.Keys.Where(key => key is not ("type" or "severity" or "meta") && !(key == "column" && column is not null)))
            {
                writer.WritePropertyName(key);
                if (section.Value(key) is not { } value)
                    writer.WriteNullValue();
                else if (value.Json() is { } json)
                    json.WriteTo(writer);
                else
                    return null;
            }

            writer.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory).RootElement.Clone();
    }
}
