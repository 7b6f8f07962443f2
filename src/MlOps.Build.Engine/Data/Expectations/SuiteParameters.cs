using System.Buffers;
using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Fills in <c>{"$PARAMETER": "name"}</c>.</summary>
internal static class SuiteParameters
{
    private const string Marker = "$PARAMETER";

    /// <summary>The expectation with values for its parameters, and what is wrong with one that has none.</summary>
    public static (Expectation Expectation, string? Fault) Fill(Expectation expectation, ExpectationSuite suite, SuiteOptions options)
    {
        if (!Uses(expectation.Kwargs))
            return (expectation, null);
        string? fault = null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, expectation.Kwargs, element => Find(element, suite, options) ?? Missing(element, ref fault));
        var filled = JsonDocument.Parse(buffer.WrittenMemory).RootElement.Clone();
        return fault is null ? (expectation with { Kwargs = filled }, null) : (expectation, fault);
    }

    private static bool Uses(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.TryGetProperty(Marker, out _) || element.EnumerateObject().Any(key => Uses(key.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(Uses),
        _ => false,
    };

    private static void Write(Utf8JsonWriter writer, JsonElement element, Func<JsonElement, JsonElement> find)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(Marker, out _))
        {
            find(element).WriteTo(writer);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var key in element.EnumerateObject())
            {
                writer.WritePropertyName(key.Name);
                Write(writer, key.Value, find);
            }

            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray())
                Write(writer, item, find);
            writer.WriteEndArray();
        }
        else
        {
            element.WriteTo(writer);
        }
    }

    // The value given for this run, the suite's, then the one that stands beside the name ("$PARAMETER.name").
    private static JsonElement? Find(JsonElement element, ExpectationSuite suite, SuiteOptions options)
    {
        var name = element.GetProperty(Marker).ToString();
        if (options.Parameters.TryGetValue(name, out var given) || suite.Parameters.TryGetValue(name, out given))
            return given;
        return element.TryGetProperty($"{Marker}.{name}", out var beside) ? beside : ParameterExpression.Evaluate(name, key =>
            (options.Parameters.TryGetValue(key, out var value) || suite.Parameters.TryGetValue(key, out value))
                && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null);
    }

    private static JsonElement Missing(JsonElement element, ref string? fault)
    {
        var name = element.GetProperty(Marker).ToString();
        fault ??= $"parameter {Shown.Text(name)} has no value. Give one: --parameter {name}=VALUE, or 'suite_parameters' in the suite.";
        return element;
    }
}
