using System.Globalization;

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>Cuts a range of the checklist file into tokens; offsets stay those of the file.</summary>
internal sealed class Lexer(string text, int start, int end)
{
    private static readonly string[] Symbols = [">=", "<=", "==", "!=", ">", "<", "+", "-", "*", "/", "(", ")", ",", ".", ":", "@"];

    private int _at = start;

    public Token Next()
    {
        while (_at < end && char.IsWhiteSpace(text[_at]))
            _at++;
        if (_at >= end)
            return new Token(TokenKind.End, _at, _at, "");
        var first = text[_at];
        if (char.IsAsciiDigit(first) || (first == '.' && _at + 1 < end && char.IsAsciiDigit(text[_at + 1])))
            return Number();
        if (IsNameStart(first))
            return Name();
        return first is '"' or '\'' ? Quoted(first) : Symbol();
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private Token Number()
    {
        var from = _at;
        SkipDigits();
        if (Peek() == '.')
        {
            _at++;
            SkipDigits();
        }

        SkipExponent();
        var valid = double.TryParse(text.AsSpan(from, _at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value);
        var unitAt = _at;
        SkipUnit();
        if (!valid)
            return new Token(TokenKind.Bad, from, _at, $"'{text[from..unitAt]}' is not a number");
        if (unitAt == _at)
            return new Token(TokenKind.Number, from, _at, text[from.._at], value);
        if (Units.Find(text[unitAt.._at]) is not { } unit)
            return new Token(TokenKind.Bad, unitAt, _at, Units.Unknown(text[unitAt.._at]));
        return double.IsFinite(unit.Of(value))
            ? new Token(TokenKind.Number, from, _at, text[from.._at], unit.Of(value), unit.Symbol)
            : new Token(TokenKind.Bad, from, _at, $"'{text[from.._at]}' is not a number");
    }

    private void SkipUnit()
    {
        if (Peek() == '%')
        {
            _at++;
            return;
        }

        while (IsNameStart(Peek()) || char.IsAsciiDigit(Peek()) || Peek() is '\u00B5' or '\u03BC')
            _at++;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()))
            _at++;
    }

    private void SkipExponent()
    {
        if (Peek() is not ('e' or 'E'))
            return;
        var digits = _at + 1 < end && text[_at + 1] is '+' or '-' ? _at + 2 : _at + 1;
        if (digits >= end || !char.IsAsciiDigit(text[digits]))
            return;
        _at = digits;
        SkipDigits();
    }

    private char Peek() => _at < end ? text[_at] : '\0';

    private Token Name()
    {
        var from = _at;
        while (IsNameStart(Peek()) || char.IsAsciiDigit(Peek()))
            _at++;
        return new Token(TokenKind.Name, from, _at, text[from.._at]);
    }

    private Token Quoted(char quote)
    {
        var from = _at;
        var close = text.IndexOf(quote, from + 1, end - from - 1);
        if (close < 0)
        {
            _at = end;
            return new Token(TokenKind.Bad, from, end, $"the text that begins here has no closing {quote}");
        }

        _at = close + 1;
        return new Token(TokenKind.Text, from, _at, text[(from + 1)..close]);
    }

    private Token Symbol()
    {
        var from = _at;
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, from, symbol, 0, symbol.Length) != 0 || from + symbol.Length > end)
                continue;
            _at += symbol.Length;
            return new Token(TokenKind.Symbol, from, _at, symbol);
        }

        _at += from + 1 < end && char.IsSurrogatePair(text[from], text[from + 1]) ? 2 : 1;
        return new Token(TokenKind.Bad, from, _at, Unexpected(text[from.._at], _at < end ? text[_at] : default));
    }

    private static string Unexpected(string character, char next) => character switch
    {
        "=" when next is '>' or '<' => $"write '{next}=' for ={next}",
        "=" => "a comparison is written '=='",
        "\u2265" => "write '>=' for \u2265",
        "\u2264" => "write '<=' for \u2264",
        "\u2260" => "write '!=' for \u2260",
        "\u2212" or "\u2013" => "write '-' for a minus sign",
        "\u201C" or "\u201D" or "\u2018" or "\u2019" => "write straight quotes around a text",
        _ when char.IsControl(character[0]) || char.IsSurrogate(character[0]) => "this character has no meaning here",
        _ => $"'{character}' has no meaning here",
    };
}
