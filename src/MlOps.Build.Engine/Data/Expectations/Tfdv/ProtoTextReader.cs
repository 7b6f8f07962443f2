using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Expectations.Tfdv;

/// <summary>
/// Reads protobuf's text format (https://protobuf.dev/reference/protobuf/textformat-spec): fields, nested messages in braces or angle brackets,
/// lists, strings with escapes, comments. Field names and numbers are not held against a schema.
/// </summary>
internal sealed class ProtoTextReader
{
    private const int DeepestNesting = 64;
    private readonly string _text;
    private readonly StringBuilder _string = new();
    private int _at;
    private int _line = 1;
    private string? _fault;

    private ProtoTextReader(string text) => _text = text;

    /// <summary>The message; null, with an error at its line, when the text is none.</summary>
    public static ProtoMessage? Read(string file, string text, DiagnosticBag diagnostics)
    {
        var reader = new ProtoTextReader(text);
        var message = reader.Message('\0', 0);
        if (reader._fault is null)
            return message;
        diagnostics.Error(
            DataCodes.NoTfdvSchema,
            $"no schema of TensorFlow Data Validation in text format: {reader._fault}. Write it again with 'tfdv.write_schema_text'.",
            new SourcePosition(file, reader._line));
        return null;
    }

    private ProtoMessage? Message(char end, int depth)
    {
        if (depth > DeepestNesting)
            return Fail("messages are nested too deeply");
        var fields = new List<ProtoField>();
        while (_fault is null && Peek() != end)
        {
            if (Peek() == '\0')
                return Fail($"'{end}' is missing at its end");
            Field(fields, depth);
        }

        _at = Math.Min(_at + 1, _text.Length);
        return _fault is null ? new ProtoMessage(fields) : null;
    }

    private void Field(List<ProtoField> fields, int depth)
    {
        var name = Word();
        if (name.Length == 0)
        {
            Fail($"'{_text[_at]}' stands where a field's name should");
            return;
        }

        var colon = Take(':');
        if (colon && Take('['))
        {
            while (_fault is null && !Take(']'))
            {
                Value(fields, name, colon, depth);
                Take(',');
            }
        }
        else
        {
            Value(fields, name, colon, depth);
        }

        _ = Take(';') || Take(',');
    }

    private void Value(List<ProtoField> fields, string name, bool colon, int depth)
    {
        var (line, open) = (_line, Peek());
        if (open is '{' or '<')
        {
            _at++;
            fields.Add(new ProtoField(name, "", Message(open == '{' ? '}' : '>', depth + 1), line));
            return;
        }

        var text = !colon ? null : open is '"' or '\'' ? Strings() : Word() is { Length: > 0 } word ? word : null;
        if (text is null)
            Fail($"field '{name}' has no value");
        else
            fields.Add(new ProtoField(name, text, null, line));
    }

    // Strings that follow each other are one.
    private string? Strings()
    {
        _string.Clear();
        while (Peek() is '"' or '\'')
        {
            var quote = _text[_at++];
            while (_at < _text.Length && _text[_at] != quote && _text[_at] != '\n')
                Sign();
            if (_at >= _text.Length || _text[_at] != quote)
            {
                Fail("a string is not closed");
                return null;
            }

            _at++;
        }

        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(_string.ToString()));
    }

    // Every char of the buffer is a byte, since escapes stand for bytes.
    private void Sign()
    {
        if (_text[_at] != '\\' || _at + 1 >= _text.Length)
        {
            var length = char.IsHighSurrogate(_text[_at]) && _at + 1 < _text.Length ? 2 : 1;
            _string.Append(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(_text.Substring(_at, length))));
            _at += length;
            return;
        }

        var escape = _text[_at + 1];
        _at += 2;
        if (escape is >= '0' and <= '7')
            Digits(escape - '0', 8, 2);
        else if (escape == 'x')
            Digits(0, 16, 2);
        else
            _string.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => escape });
    }

    private void Digits(int value, int radix, int most)
    {
        for (var i = 0; i < most && _at < _text.Length && char.IsAsciiHexDigit(_text[_at]) && Convert.ToInt32(_text[_at].ToString(), 16) < radix; i++)
            value = (value * radix) + Convert.ToInt32(_text[_at++].ToString(), 16);
        _string.Append((char)(value & 0xFF));
    }

    private string Word()
    {
        Peek();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.' or '+' or '-'))
            _at++;
        return _text[start.._at];
    }

    private bool Take(char sign)
    {
        if (Peek() != sign)
            return false;
        _at++;
        return true;
    }

    // The next sign that is neither space nor comment.
    private char Peek()
    {
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] == '#')
                _at = _text.IndexOf('\n', _at) is >= 0 and var end ? end : _text.Length - 1;
            if (_text[_at] == '\n')
                _line++;
            else if (!char.IsWhiteSpace(_text[_at]) && _text[_at] != '#')
                return _text[_at];
        }

        return '\0';
    }

    private ProtoMessage? Fail(string fault)
    {
        _fault ??= fault;
        return null;
    }
}
