using System.Collections.Frozen;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>Reads sums by recursive descent: the sides of a comparison. The first mistake is reported, and the result is null then.</summary>
internal sealed class ExpressionParser(TokenStream tokens)
{
    /// <summary>Deepest nesting of parentheses, functions and minus signs.</summary>
    public const int MaximumDepth = 64;

    /// <summary>Words of the language that are no names.</summary>
    public static readonly FrozenSet<string> Reserved = FrozenSet.Create("and", "or", "not", "when");

    private int _depth;

    public Expression? Sum() => Chain(Product, "+", "-");

    /// <summary>The current token, which is a number.</summary>
    public NumberExpression Number()
    {
        var token = tokens.Current;
        tokens.Advance();
        var source = tokens.Since(token.Start);
        return token.Unit is { } unit && Units.Find(unit) is { } known
            ? new NumberExpression(token.Start, source, token.Value, known.Dimension)
            : new NumberExpression(token.Start, source, token.Value);
    }

    private Expression? Product() => Chain(Unary, "*", "/");

    private Expression? Chain(Func<Expression?> operand, string first, string second)
    {
        var start = tokens.Current.Start;
        var left = operand();
        while (left is not null && (tokens.Current.Is(first) || tokens.Current.Is(second)))
        {
            var symbol = tokens.Current.Text[0];
            tokens.Advance();
            left = operand() is { } right ? new ArithmeticExpression(start, tokens.Since(start), symbol, left, right) : null;
        }

        return left;
    }

    private Expression? Unary()
    {
        var start = tokens.Current.Start;
        if (++_depth > MaximumDepth)
        {
            return tokens.Fail<Expression>(
                $"the expression is nested deeper than {MaximumDepth}; write several items", GateCodes.TooComplex);
        }

        var result = tokens.Accept("-")
            ? Unary() is { } operand ? new NegateExpression(start, tokens.Since(start), operand) : null
            : Primary();
        _depth--;
        return result;
    }

    private Expression? Primary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Number();
            case TokenKind.Text:
                tokens.Advance();
                return new TextExpression(token.Start, tokens.Since(token.Start), token.Text);
            case TokenKind.Name when !Reserved.Contains(token.Text):
                return NameOrCall();
            case TokenKind.Symbol when token.Text == "(":
                return Parenthesis();
            default:
                return tokens.Fail<Expression>($"a number, a metric or a function is expected, not {tokens.Describe()}");
        }
    }

    private Expression? Parenthesis()
    {
        tokens.Advance();
        if (Sum() is not { } inner)
            return null;
        if (tokens.Current.Kind == TokenKind.Symbol && tokens.Current.Text is ">=" or "<=" or ">" or "<" or "==" or "!=")
            return tokens.Fail<Expression>("parentheses hold sums, not comparisons; 'and' binds before 'or'");
        return tokens.Expect(")", "a closing ')'") ? inner : null;
    }

    private Expression? NameOrCall()
    {
        if (Name() is not { } name)
            return null;
        if (!tokens.Current.Is("("))
            return name;
        var call = Call(name);
        return call is not null && tokens.Current.Is(".") ? Member(call) : call;
    }

    private NameExpression? Name()
    {
        var start = tokens.Current.Start;
        tokens.Advance();
        while (tokens.Accept("."))
        {
            if (tokens.Current.Kind != TokenKind.Name)
                return tokens.Fail<NameExpression>($"a name is expected after '.', not {tokens.Describe()}");
            tokens.Advance();
        }

        var source = tokens.Since(start);
        return new NameExpression(start, source, string.Concat(source.Where(c => !char.IsWhiteSpace(c))));
    }

    private CallExpression? Call(NameExpression name)
    {
        tokens.Advance();
        var arguments = new List<Argument>();
        while (!tokens.Current.Is(")"))
        {
            if (arguments.Count > 0 && !tokens.Expect(",", "',' or ')'"))
                return null;
            if (Argument() is not { } argument)
                return null;
            arguments.Add(argument);
        }

        tokens.Advance();
        return new CallExpression(name.Start, tokens.Since(name.Start), name.Name, arguments);
    }

    private Argument? Argument()
    {
        var start = tokens.Current.Start;
        if (Sum() is not { } value)
            return null;
        if (!tokens.Current.Is(":"))
            return new Argument(start, null, value);
        if (value is not NameExpression name || name.Start != start)
            return tokens.Fail<Argument>("before ':' comes the name of an argument, such as 'positives: 30'");
        tokens.Advance();
        return Sum() is { } named ? new Argument(start, name.Name, named) : null;
    }

    private MemberExpression? Member(Expression target)
    {
        tokens.Advance();
        var member = tokens.Current;
        if (member.Kind != TokenKind.Name)
            return tokens.Fail<MemberExpression>($"a metric is expected after '.', not {tokens.Describe()}");
        tokens.Advance();
        return new MemberExpression(target.Start, tokens.Since(target.Start), target, member.Text, member.Start);
    }
}
