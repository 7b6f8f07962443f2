using System.Globalization;
using System.Text.Json;

namespace MlOps.Build.Engine.Data.Expectations;

/// <summary>Arithmetic on parameters, such as <c>upstream_row_count * 0.9</c>: numbers, names, <c>+ - * /</c> and parentheses.</summary>
internal ref struct ParameterExpression
{
    private const int DeepestNesting = 50;
    private readonly ReadOnlySpan<char> _text;
    private readonly Func<string, double?> _find;
    private int _at;
    private int _depth;
    private bool _failed;

    private ParameterExpression(ReadOnlySpan<char> text, Func<string, double?> find)
    {
        _text = text;
        _find = find;
    }

    /// <summary>The result as a JSON number; null when the text is no such expression or a name has no value.</summary>
    public static JsonElement? Evaluate(string text, Func<string, double?> find)
    {
        var expression = new ParameterExpression(text, find);
        var value = expression.Sum();
        return !expression._failed && expression.Peek() == '\0' && double.IsFinite(value)
            ? JsonDocument.Parse(Shown.Number(value)).RootElement
            : null;
    }

    private double Sum()
    {
        var value = Product();
        while (!_failed && Peek() is '+' or '-')
            value = _text[_at++] == '+' ? value + Product() : value - Product();
        return value;
    }

    private double Product()
    {
        var value = Factor();
        while (!_failed && Peek() is '*' or '/')
            value = _text[_at++] == '*' ? value * Factor() : value / Factor();
        return value;
    }

    private double Factor()
    {
        if (++_depth > DeepestNesting)
            return Fail();
        var sign = Peek();
        var value = sign switch
        {
            '-' => Negated(),
            '(' => Inner(),
            _ => Leaf(),
        };
        _depth--;
        return value;
    }

    private double Negated()
    {
        _at++;
        return -Factor();
    }

    private double Inner()
    {
        _at++;
        var value = Sum();
        if (Peek() != ')')
            return Fail();
        _at++;
        return value;
    }

    private double Leaf()
    {
        Peek();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.'))
            _at++;
        var leaf = _text[start.._at];
        if (leaf.IsEmpty)
            return Fail();
        if (double.TryParse(leaf, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        return _find(leaf.ToString()) ?? Fail();
    }

    private double Fail()
    {
        _failed = true;
        return double.NaN;
    }

    private char Peek()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
        return _at < _text.Length ? _text[_at] : '\0';
    }
}
