using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Schemas;

/// <summary>Writes <c>expectations</c> and <c>suites</c>. Arguments stand as JSON, which is YAML too.</summary>
internal static class ExpectationsWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="expectations">What to write.</param>
    /// <param name="indent">Of the key.</param>
    /// <param name="inColumn">True below a column, which is not named again.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<Expectation> expectations, string indent, bool inColumn)
    {
        if (expectations.Count > 0)
            yield return $"{indent}expectations:";
        foreach (var expectation in expectations)
        {
            yield return $"{indent}  - type: {YamlText.Scalar(expectation.Type)}";
            foreach (var argument in expectation.Kwargs.EnumerateObject().Where(argument => argument.Name != "meta" && (!inColumn || argument.Name != "column")))
                yield return $"{indent}    {YamlText.Scalar(argument.Name)}: {Json(argument.Value)}";
            if (expectation.Severity != DiagnosticSeverity.Error)
                yield return $"{indent}    severity: warning";
            if (expectation.Meta is { } meta && meta.EnumerateObject().Any())
                yield return $"{indent}    meta: {Json(meta)}";
        }
    }

    public static IEnumerable<string> Suites(IReadOnlyList<SuiteReference> suites) =>
        suites.Count == 0 ? [] : [$"suites: {YamlText.List(suites.Select(suite => suite.File))}"];

    private static string Json(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
