using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Expectations.Suites;

/// <summary>
/// Reads suites of Great Expectations: 0.x (<c>expectation_type</c>, <c>expectation_suite_name</c>, <c>evaluation_parameters</c>) and 1.x
/// (<c>type</c>, <c>name</c>, <c>suite_parameters</c>).
/// </summary>
internal static class SuiteReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The suite; null, with errors at their lines, when the text is none.</summary>
    /// <param name="file">The file as the user knows it.</param>
    /// <param name="utf8">Its bytes, with or without byte order mark.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static ExpectationSuite? Read(string file, ReadOnlySpan<byte> utf8, DiagnosticBag diagnostics)
    {
        var text = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        try
        {
            if (SuiteText.Fault(text, Options) is var (fault, at))
            {
                diagnostics.Error(DataCodes.NoSuite, $"the file is no suite: {fault}.", PositionOf(file, text, at));
                return null;
            }

            var reader = new Utf8JsonReader(text, Options);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
                return Read(file, text, ref reader, diagnostics);
            diagnostics.Error(DataCodes.NoSuite, "the file holds no JSON object, so it is no expectation suite.", new SourcePosition(file, 1));
        }
        catch (JsonException exception)
        {
            diagnostics.Error(
                DataCodes.NoSuite,
                $"the file is no JSON: {Reason(exception)} Write the suite again with Great Expectations, or mend it there.",
                new SourcePosition(file, (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1));
        }

        return null;
    }

    private static ExpectationSuite? Read(string file, ReadOnlySpan<byte> text, ref Utf8JsonReader reader, DiagnosticBag diagnostics)
    {
        var keys = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        List<PlacedElement>? items = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (key == "expectations" && reader.TokenType == JsonTokenType.StartArray)
                items = Items(file, text, ref reader);
            else
                keys[key] = JsonElement.ParseValue(ref reader);
        }

        if (items is null)
        {
            diagnostics.Error(
                DataCodes.NoSuite, "the file has no list 'expectations', so it is no expectation suite.", new SourcePosition(file, 1));
            return null;
        }

        return SuiteParser.Parse(file, keys, items, diagnostics);
    }

    private static List<PlacedElement> Items(string file, ReadOnlySpan<byte> text, ref Utf8JsonReader reader)
    {
        var items = new List<PlacedElement>();
        var (line, from) = (1, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            line += text[from..start].Count((byte)'\n');
            from = start;
            var column = start - text[..start].LastIndexOf((byte)'\n');
            items.Add(new PlacedElement(JsonElement.ParseValue(ref reader), new SourcePosition(file, line, column)));
        }

        return items;
    }

    private static SourcePosition PositionOf(string file, ReadOnlySpan<byte> text, int at) =>
        new(file, text[..at].Count((byte)'\n') + 1, at - text[..at].LastIndexOf((byte)'\n'));

    // The framework's message ends with a place that counts from 0.
    private static string Reason(JsonException exception) =>
        exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0].ReplaceLineEndings(" ");
}
