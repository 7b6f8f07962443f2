using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.Suites;

/// <summary>Writes validation results in the shape of Great Expectations.</summary>
internal static class ResultWriter
{
    /// <summary>The result as UTF-8 JSON with a line end. It holds no time and no run, so the same data give the same bytes.</summary>
    public static byte[] Write(SuiteResult result, ResultFormat format)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, SuiteWriter.Options))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", result.Success);
            writer.WriteStartArray("results");
            foreach (var single in result.Results)
                Write(writer, single, format);
            writer.WriteEndArray();
            writer.WriteString("suite_name", result.Suite.Name);
            WriteParameters(writer, result.Suite);
            WriteStatistics(writer, result);
            writer.WriteStartObject("meta");
            writer.WriteEndObject();
            writer.WriteNull("id");
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, ExpectationResult result, ResultFormat format)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", result.Outcome.Success);
        writer.WritePropertyName("expectation_config");
        SuiteWriter.Write(writer, result.Expectation, legacy: false);
        writer.WritePropertyName("result");
        ResultContent.Of(result, format).WriteTo(writer);
        writer.WriteStartObject("meta");
        writer.WriteEndObject();
        writer.WriteStartObject("exception_info");
        writer.WriteBoolean("raised_exception", result.Outcome.Fault is not null);
        writer.WriteNull("exception_traceback");
        writer.WriteString("exception_message", result.Outcome.Fault);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter writer, ExpectationSuite suite)
    {
        writer.WriteStartObject("suite_parameters");
        foreach (var (name, value) in suite.Parameters)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteStatistics(Utf8JsonWriter writer, SuiteResult result)
    {
        var (all, good) = (result.Results.Count, result.Successful);
        writer.WriteStartObject("statistics");
        writer.WriteNumber("evaluated_expectations", all);
        writer.WriteNumber("successful_expectations", good);
        writer.WriteNumber("unsuccessful_expectations", all - good);
        if (all > 0)
            writer.WriteNumber("success_percent", (double)good / all * 100);
        else
            writer.WriteNull("success_percent");
        writer.WriteEndObject();
    }
}
