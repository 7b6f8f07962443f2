using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>
/// Reads <c>left comparison right [@ number] [when name]</c> by recursive descent; the grammar is in <c>docs/guides/checklist.md</c>.
/// The first mistake is reported at its place, and the result is null then.
/// </summary>
internal sealed class ExpressionParser
{
    /// <summary>Longest expression in characters; keeps a chain of operators, which nests to the left, shallow.</summary>
    public const int MaximumLength = 4000;

    /// <summary>Deepest nesting of parentheses, functions and minus signs.</summary>
    public const int MaximumDepth = 64;

    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly Lexer _lexer;
    private readonly MistakeReport _report;
    private Token _token;
    private int _previousEnd;
    private int _depth;

    private ExpressionParser(string text, int start, int end, MistakeReport report)
    {
        (_text, _start, _end, _report) = (text, start, end, report);
        _lexer = new Lexer(text, start, end);
        _token = _lexer.Next();
        _previousEnd = start;
    }

    /// <summary>Parses the characters from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public static GateExpression? Parse(string text, int start, int end, MistakeReport report)
    {
        if (end - start <= MaximumLength)
            return new ExpressionParser(text, start, end, report).Gate();
        report(GateCodes.TooComplex, start,
            $"the expression has {end - start} characters; {MaximumLength} are allowed. Write several items.");
        return null;
    }

    private GateExpression? Gate()
    {
        var start = _token.Start;
        if (Sum() is not { } left || Compare() is not { } comparison || Sum() is not { } right)
            return null;
        if (!Confidence(out var confidence) || !Condition(out var condition))
            return null;
        if (_token.Kind != TokenKind.End)
            return Fail<GateExpression>(Surplus());
        return new GateExpression
        {
            Source = _text[start.._end].Trim(),
            Start = start,
            Left = left,
            Comparison = comparison,
            Right = right,
            Confidence = confidence,
            Condition = condition,
        };
    }

    private Comparison? Compare()
    {
        foreach (var comparison in Enum.GetValues<Comparison>())
        {
            if (Accept(comparison.Symbol()))
                return comparison;
        }

        Fail<Expression>(_token.Kind == TokenKind.End
            ? $"nothing is compared; write a limit, such as '{Short(_text[_start.._end])} >= 0.5'"
            : $"a comparison (>=, <=, >, <, ==, !=) is expected, not {Describe()}");
        return null;
    }

    private string Surplus() => _token.Kind switch
    {
        TokenKind.Symbol when _token.Text is ">=" or "<=" or ">" or "<" or "==" or "!=" =>
            "an item holds one comparison; write a second item",
        TokenKind.Name when _token.Text is "and" or "or" => $"'{_token.Text}' is not part of the language; write a second item",
        TokenKind.Name when _token.Text == "if" => "a condition is written 'when'",
        TokenKind.Symbol when _token.Text == "@" => "'@' comes once, after the comparison and before 'when'",
        _ => $"the expression ends before {Describe()}",
    };

    private bool Confidence(out NumberExpression? confidence)
    {
        confidence = null;
        if (!Accept("@"))
            return true;
        var token = _token;
        if (token.Kind != TokenKind.Number || token.Value is not (> 0 and < 1))
        {
            Fail<Expression>("after '@' comes a confidence between 0% and 100%, such as '@ 95%'");
            return false;
        }

        Advance();
        confidence = new NumberExpression(token.Start, token.Text, token.Value);
        return true;
    }

    private bool Condition(out NameExpression? condition)
    {
        condition = null;
        if (!_token.IsWord("when"))
            return true;
        Advance();
        if (_token.Kind == TokenKind.Name)
            condition = Name();
        else
            Fail<Expression>("after 'when' comes a condition, such as 'when champion'");
        return condition is not null;
    }

    private Expression? Sum() => Chain(Product, "+", "-");

    private Expression? Product() => Chain(Unary, "*", "/");

    private Expression? Chain(Func<Expression?> operand, string first, string second)
    {
        var start = _token.Start;
        var left = operand();
        while (left is not null && (_token.Is(first) || _token.Is(second)))
        {
            var symbol = _token.Text[0];
            Advance();
            left = operand() is { } right ? new ArithmeticExpression(start, Since(start), symbol, left, right) : null;
        }

        return left;
    }

    private Expression? Unary()
    {
        var start = _token.Start;
        if (++_depth > MaximumDepth)
            return Fail<Expression>($"the expression is nested deeper than {MaximumDepth}; write several items", GateCodes.TooComplex);
        var result = Accept("-")
            ? Unary() is { } operand ? new NegateExpression(start, Since(start), operand) : null
            : Primary();
        _depth--;
        return result;
    }

    private Expression? Primary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return new NumberExpression(token.Start, token.Text, token.Value);
            case TokenKind.Text:
                Advance();
                return new TextExpression(token.Start, Since(token.Start), token.Text);
            case TokenKind.Name:
                return NameOrCall();
            case TokenKind.Symbol when token.Text == "(":
                return Parenthesis();
            default:
                return Fail<Expression>($"a number, a metric or a function is expected, not {Describe()}");
        }
    }

    private Expression? Parenthesis()
    {
        Advance();
        return Sum() is { } inner && Expect(")", "a closing ')'") ? inner : null;
    }

    private Expression? NameOrCall()
    {
        if (Name() is not { } name)
            return null;
        if (!_token.Is("("))
            return name;
        var call = Call(name);
        return call is not null && _token.Is(".") ? Member(call) : call;
    }

    private NameExpression? Name()
    {
        var start = _token.Start;
        Advance();
        while (Accept("."))
        {
            if (_token.Kind != TokenKind.Name)
                return Fail<NameExpression>($"a name is expected after '.', not {Describe()}");
            Advance();
        }

        var source = Since(start);
        return new NameExpression(start, source, string.Concat(source.Where(c => !char.IsWhiteSpace(c))));
    }

    private CallExpression? Call(NameExpression name)
    {
        Advance();
        var arguments = new List<Argument>();
        while (!_token.Is(")"))
        {
            if (arguments.Count > 0 && !Expect(",", "',' or ')'"))
                return null;
            if (Argument() is not { } argument)
                return null;
            arguments.Add(argument);
        }

        Advance();
        return new CallExpression(name.Start, Since(name.Start), name.Name, arguments);
    }

    private Argument? Argument()
    {
        var start = _token.Start;
        if (Sum() is not { } value)
            return null;
        if (!_token.Is(":"))
            return new Argument(start, null, value);
        if (value is not NameExpression name)
            return Fail<Argument>("before ':' comes the name of an argument, such as 'positives: 30'");
        Advance();
        return Sum() is { } named ? new Argument(start, name.Name, named) : null;
    }

    private MemberExpression? Member(Expression target)
    {
        Advance();
        var member = _token;
        if (member.Kind != TokenKind.Name)
            return Fail<MemberExpression>($"a metric is expected after '.', not {Describe()}");
        Advance();
        return new MemberExpression(target.Start, Since(target.Start), target, member.Text, member.Start);
    }

    private string Since(int start) => _text[start.._previousEnd];

    private void Advance()
    {
        _previousEnd = _token.End;
        _token = _lexer.Next();
    }

    private bool Accept(string symbol)
    {
        if (!_token.Is(symbol))
            return false;
        Advance();
        return true;
    }

    private bool Expect(string symbol, string what)
    {
        if (Accept(symbol))
            return true;
        Fail<Expression>($"{what} is expected, not {Describe()}");
        return false;
    }

    private string Describe() => _token.Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => "a text",
        _ => $"'{Short(_text[_token.Start.._token.End])}'",
    };

    private static string Short(string text) => text.Length <= 40 ? text.Trim() : text[..40].Trim() + "\u2026";

    private T? Fail<T>(string message, string code = GateCodes.Syntax)
        where T : class
    {
        _report(code, _token.Start, _token.Kind == TokenKind.Bad ? _token.Text : message);
        return null;
    }
}
