using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Expectations.Suites;

/// <summary>Makes a suite of its JSON values.</summary>
internal static class SuiteParser
{
    private static readonly JsonElement NoKwargs = JsonDocument.Parse("{}").RootElement;

    private static readonly Dictionary<string, DiagnosticSeverity> Severities = new()
    {
        ["critical"] = DiagnosticSeverity.Error,
        ["warning"] = DiagnosticSeverity.Warning,
        ["info"] = DiagnosticSeverity.Info,
    };

    public static ExpectationSuite? Parse(
        string file, Dictionary<string, JsonElement> keys, IReadOnlyList<PlacedElement> items, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var name = Take(keys, "name") ?? Take(keys, "expectation_suite_name");
        var parameters = Take(keys, "suite_parameters") ?? Take(keys, "evaluation_parameters");
        var suite = new ExpectationSuite
        {
            Name = name is { ValueKind: JsonValueKind.String } text ? text.GetString()! : Path.GetFileNameWithoutExtension(file),
            Expectations = [.. items.Select(item => Parse(item, found)).OfType<Expectation>()],
            Parameters = parameters is { ValueKind: JsonValueKind.Object } values
                ? values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value)
                : new Dictionary<string, JsonElement>(),
            Meta = Take(keys, "meta"),
            Others = keys,
        };
        diagnostics.AddRange(found);
        return found.HasErrors ? null : suite;
    }

    private static Expectation? Parse(PlacedElement item, DiagnosticBag diagnostics)
    {
        if (item.Value.ValueKind != JsonValueKind.Object)
        {
            diagnostics.Error(DataCodes.NoSuite, "an expectation is a JSON object with 'type' and 'kwargs'.", item.Position);
            return null;
        }

        var keys = item.Value.EnumerateObject().ToDictionary(key => key.Name, key => key.Value);
        if (keys.TryGetValue("meta", out var meta) && meta.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            diagnostics.Error(DataCodes.NoSuite, "'meta' of an expectation is a JSON object. Write it as {\"notes\": \"...\"}, or leave it out.", item.Position);
            return null;
        }

        var type = (Take(keys, "type") ?? Take(keys, "expectation_type")) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        var kwargs = Take(keys, "kwargs") is { ValueKind: JsonValueKind.Object } given ? given : NoKwargs;
        var expectation = new Expectation
        {
            Type = type,
            Kwargs = kwargs,
            Meta = Take(keys, "meta"),
            Severity = SeverityOf(keys),
            Others = keys,
            Position = item.Position,
        };
        return ExpectationNames.Check(expectation, diagnostics) ? expectation : null;
    }

    // It stays among the other keys, to be written as it was.
    private static DiagnosticSeverity SeverityOf(Dictionary<string, JsonElement> keys) =>
        keys.TryGetValue("severity", out var value) && value.ValueKind == JsonValueKind.String
            ? Severities.GetValueOrDefault(value.GetString()!, DiagnosticSeverity.Error)
            : DiagnosticSeverity.Error;

    private static JsonElement? Take(Dictionary<string, JsonElement> keys, string key) =>
        keys.Remove(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
