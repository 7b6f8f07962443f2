using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.Suites;

/// <summary>Writes suites as Great Expectations reads them.</summary>
internal static class SuiteWriter
{
    public static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The suite as UTF-8 JSON with a line end.</summary>
    /// <param name="suite">What to write.</param>
    /// <param name="legacy">True for the keys of 0.x, false for those of 1.x.</param>
    public static byte[] Write(ExpectationSuite suite, bool legacy)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString(legacy ? "expectation_suite_name" : "name", suite.Name);
            writer.WriteStartArray("expectations");
            foreach (var expectation in suite.Expectations)
                Write(writer, expectation, legacy);
            writer.WriteEndArray();
            WriteParameters(writer, suite, legacy);
            writer.WritePropertyName("meta");
            WriteMeta(writer, suite.Meta);
            foreach (var (key, value) in suite.Others)
                WriteOther(writer, key, value);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>An expectation as it stands in a suite and in a result.</summary>
    public static void Write(Utf8JsonWriter writer, Expectation expectation, bool legacy)
    {
        writer.WriteStartObject();
        writer.WriteString(legacy ? "expectation_type" : "type", expectation.Type);
        writer.WritePropertyName("kwargs");
        expectation.Kwargs.WriteTo(writer);
        writer.WritePropertyName("meta");
        WriteMeta(writer, expectation.Meta);
        foreach (var (key, value) in expectation.Others)
            WriteOther(writer, key, value);
        writer.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter writer, ExpectationSuite suite, bool legacy)
    {
        if (suite.Parameters.Count == 0)
            return;
        writer.WriteStartObject(legacy ? "evaluation_parameters" : "suite_parameters");
        foreach (var (name, value) in suite.Parameters)
            WriteOther(writer, name, value);
        writer.WriteEndObject();
    }

    private static void WriteMeta(Utf8JsonWriter writer, JsonElement? meta)
    {
        if (meta is { } value)
        {
            value.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteEndObject();
    }

    private static void WriteOther(Utf8JsonWriter writer, string key, JsonElement value)
    {
        writer.WritePropertyName(key);
        value.WriteTo(writer);
    }
}
