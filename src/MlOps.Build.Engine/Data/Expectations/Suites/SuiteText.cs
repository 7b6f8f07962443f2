using System.Text;
using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations.Suites;

/// <summary>
/// What the framework's JSON reader lets pass and a suite cannot have: texts that are no Unicode, keys that stand twice, and numbers beyond those of
/// 64 bits, which no value could be held against.
/// </summary>
internal static class SuiteText
{
    /// <summary>The first fault and the byte where its token starts; null when there is none.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static (string Fault, int At)? Fault(ReadOnlySpan<byte> text, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(text, options);
        var objects = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                objects.Push(new(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject)
                objects.Pop();
            else if (reader.TokenType == JsonTokenType.Number && !(reader.TryGetDouble(out var number) && double.IsFinite(number)))
                return ($"a number is too large: {Shown.Text(Encoding.ASCII.GetString(reader.ValueSpan))}. Write one up to 1.7976931348623157e308", (int)reader.TokenStartIndex);
            else if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
                continue;
            else if (Text(ref reader) is not { } read)
                return ("a text is no Unicode. Save the file as UTF-8, and mend half surrogate pairs", (int)reader.TokenStartIndex);
            else if (reader.TokenType == JsonTokenType.PropertyName && !objects.Peek().Add(read))
                return ($"{Shown.Text(read)} stands twice in one object. Remove one", (int)reader.TokenStartIndex);
        }

        return null;
    }

    // Null for a lone surrogate or bytes that are no UTF-8.
    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
