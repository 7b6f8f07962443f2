using System.Buffers;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Reading;

namespace MlOps.Build.Engine.Data.Formats;

/// <summary>The second pass: each object becomes a row of CSV. Texts are quoted, so that none of them means "missing".</summary>
internal sealed class JsonCsvWriter : IJsonSink
{
    private readonly JsonColumns _columns;
    private readonly ArrayBufferWriter<byte>[] _fields;
    private readonly ConvertedBytes _bytes;
    private readonly Stream _output;
    private byte[] _text = new byte[256];
    private int _breaks;

    private JsonCsvWriter(DataBytes file, JsonColumns columns)
    {
        (_columns, _bytes) = (columns, new ConvertedBytes(file));
        _output = _bytes.Writer;
        _fields = [.. columns.Names.Select(_ => new ArrayBufferWriter<byte>())];
    }

    /// <summary>The file as CSV, in a temporary file.</summary>
    public static DataBytes Write(DataBytes file, JsonColumns columns)
    {
        var writer = new JsonCsvWriter(file, columns);
        try
        {
            writer.Header();
            JsonLineReader.Read(file, writer);
            return writer._bytes.Finish();
        }
        catch
        {
            writer._bytes.Dispose();
            throw;
        }
    }

    public void Value(string key, ref Utf8JsonReader reader)
    {
        var field = _fields[_columns.PlaceOf(key)];
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                Quote(field, Text(ref reader));
                break;
            default:
                field.Write(reader.ValueSpan);
                break;
        }
    }

    public void EndLine(bool blank)
    {
        for (var i = 0; i < _fields.Length && !blank; i++)
        {
            if (i > 0)
                _output.WriteByte((byte)',');
            _output.Write(_fields[i].WrittenSpan.IsEmpty && _fields.Length == 1 ? JsonLines.Nothing : _fields[i].WrittenSpan);
            _fields[i].ResetWrittenCount();
        }

        _output.WriteByte((byte)'\n');
        _bytes.EndLine(_breaks);
        _breaks = 0;
    }

    private void Header()
    {
        var field = new ArrayBufferWriter<byte>();
        foreach (var (index, name) in _columns.Names.Index())
        {
            if (index > 0)
                field.Write(","u8);
            Quote(field, Encoding.UTF8.GetBytes(name));
        }

        _output.Write(field.WrittenSpan);
        _output.WriteByte((byte)'\n');

        // The header is no line of the file, however many it takes.
        _breaks = 0;
    }

    private ReadOnlySpan<byte> Text(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan;
        if (_text.Length < reader.ValueSpan.Length)
            _text = new byte[reader.ValueSpan.Length * 2];
        try
        {
            var text = _text.AsSpan(0, reader.CopyString(_text));
            return text.Contains((byte)0) ? throw Fault("a text holds \\u0000, which is binary. Take it out") : text;
        }
        catch (InvalidOperationException)
        {
            throw Fault("a text holds half a surrogate pair, which is no Unicode. Mend the escape");
        }
    }

    private DamagedFileException Fault(string reason) => new(DataCodes.JsonLine, reason, _bytes.Lines + 1, _bytes.Name);

    private void Quote(ArrayBufferWriter<byte> field, ReadOnlySpan<byte> text)
    {
        field.Write("\""u8);
        _breaks += LineEnds.Count(text, text.Length);
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            field.Write(text[..(quote + 1)]);
            field.Write("\""u8);
            text = text[(quote + 1)..];
        }

        field.Write(text);
        field.Write("\""u8);
    }
}
