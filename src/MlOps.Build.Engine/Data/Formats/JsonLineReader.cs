using System.Text.Json;
using System.Text.Unicode;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>Reads a JSON Lines file line by line.</summary>
internal sealed class JsonLineReader(DataBytes file, IJsonSink sink)
{
    private const int LongestLine = 1 << 26;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 2 };
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _line;

    /// <exception cref="DamagedFileException">A line is no object, or a value is nested.</exception>
    public static void Read(DataBytes file, IJsonSink sink) => new JsonLineReader(file, sink).Read();

    private void Read()
    {
        var (buffer, end, offset) = (new byte[1 << 18], 0, 0L);
        while (true)
        {
            var read = file.Read(offset, buffer.AsSpan(end));
            (offset, end) = (offset + read, end + read);
            var taken = Lines(buffer.AsSpan(0, end), last: read == 0);
            if (read == 0)
                return;
            buffer.AsSpan(taken, end - taken).CopyTo(buffer);
            end -= taken;
            if (end < buffer.Length)
                continue;
            if (buffer.Length >= LongestLine)
            {
                _line++;
                throw Fault(DataCodes.JsonLine, $"the line is longer than {Shown.Count(LongestLine)} bytes. Split it");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    // The bytes of whole lines.
    private int Lines(ReadOnlySpan<byte> bytes, bool last)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            if (length < 0 && !last)
                break;
            Line(length < 0 ? bytes[at..] : bytes.Slice(at, length));
            at = length < 0 ? bytes.Length : at + length + 1;
        }

        return at;
    }

    private void Line(ReadOnlySpan<byte> text)
    {
        if (_line++ == 0 && text.StartsWith("\uFEFF"u8))
            text = text[3..];
        var blank = !text.ContainsAnyExcept(" \t\r"u8);
        if (!Utf8.IsValid(text))
            throw Fault(DataCodes.JsonLine, "the line is not UTF-8. Save the file as UTF-8");
        try
        {
            if (!blank)
                Object(text);
        }
        catch (JsonException exception)
        {
            throw Fault(DataCodes.JsonLine, $"no JSON object: {Reason(exception)}. Write one object a line");
        }

        sink.EndLine(blank);
    }

    private void Object(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw Fault(DataCodes.JsonLine, "the line is no JSON object. Write one object a line, as {\"speed\": 3}");
        _keys.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Key(ref reader);
            reader.Read();
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                throw Fault(DataCodes.NestedValue, $"{Shown.Text(key)} holds {(reader.TokenType == JsonTokenType.StartArray ? "a list" : "an object")}; a column holds single values. Flatten it");
            sink.Value(key, ref reader);
        }

        if (reader.Read())
            throw Fault(DataCodes.JsonLine, "text after the object. Write one object a line");
    }

    private string Key(ref Utf8JsonReader reader)
    {
        var key = Text(ref reader);
        if (key.Contains('\0'))
            throw Fault(DataCodes.JsonLine, "a key holds \\u0000, which is no text. Rename it");
        return _keys.Add(key) ? key : throw Fault(DataCodes.JsonLine, $"{Shown.Text(key)} stands twice in one object. Remove one");
    }

    // A lone surrogate, or a character that no data file holds.
    private string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault(DataCodes.JsonLine, "a key holds half a surrogate pair, which is no Unicode. Mend the escape");
        }
    }

    private DamagedFileException Fault(string code, string reason) => new(code, reason, _line, file.Name);

    // The framework adds its own line and byte, which are of this one line.
    private static string Reason(JsonException exception) =>
        exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0].ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
