using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>
/// Reads a whole gate: severity, comparisons with <c>and</c> and <c>or</c>, and conditions. The grammar is in
/// <c>docs/guides/checklist.md</c>. The first mistake is reported at its place, and the result is null then.
/// </summary>
internal sealed class GateParser
{
    /// <summary>Longest expression in characters; keeps a chain of operators, which nests to the left, shallow.</summary>
    public const int MaximumLength = 4000;

    private readonly TokenStream _tokens;
    private readonly ExpressionParser _sums;

    private GateParser(TokenStream tokens)
    {
        _tokens = tokens;
        _sums = new ExpressionParser(tokens);
    }

    /// <summary>Parses the characters from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    public static GateExpression? Parse(string text, int start, int end, MistakeReport report)
    {
        if (end - start <= MaximumLength)
            return new GateParser(new TokenStream(text, start, end, report)).Gate();
        report(GateCodes.TooComplex, start,
            $"the expression has {end - start} characters; {MaximumLength} are allowed. Write several items.");
        return null;
    }

    private GateExpression? Gate()
    {
        var start = _tokens.Current.Start;
        if (!Severity(out var warns) || Any() is not { } criterion || Conditions() is not { } conditions)
            return null;
        if (_tokens.Current.Kind != TokenKind.End)
            return _tokens.Fail<GateExpression>(Surplus());
        return new GateExpression
        {
            Source = _tokens.Rest(start),
            Start = start,
            Warns = warns,
            Criterion = criterion,
            Conditions = conditions,
        };
    }

    private bool Severity(out bool warns)
    {
        warns = false;
        if (_tokens.Current.Kind != TokenKind.Name || !_tokens.IsNext(":"))
            return true;
        warns = _tokens.Current.Text == "warn";
        if (!warns)
        {
            _tokens.Fail<Expression>($"'{_tokens.Current.Text}:' is no severity; write 'warn:', or nothing for an item that decides");
            return false;
        }

        _tokens.Advance();
        _tokens.Advance();
        return true;
    }

    private Criterion? Any() => Chain(All, "or");

    private Criterion? All() => Chain(Comparison, "and");

    private Criterion? Chain(Func<Criterion?> part, string word)
    {
        var start = _tokens.Current.Start;
        if (part() is not { } first)
            return null;
        var parts = new List<Criterion> { first };
        while (_tokens.AcceptWord(word))
        {
            if (part() is not { } next)
                return null;
            parts.Add(next);
        }

        return parts.Count == 1 ? first : new CompoundCriterion(start, _tokens.Since(start), word == "and", parts);
    }

    private Criterion? Comparison()
    {
        var start = _tokens.Current.Start;
        if (_sums.Sum() is not { } left || Compare(start) is not { } comparison || _sums.Sum() is not { } right)
            return null;
        return Confidence(out var confidence)
            ? new ComparisonCriterion(start, _tokens.Since(start), left, comparison, right, confidence)
            : null;
    }

    private Comparison? Compare(int start)
    {
        foreach (var comparison in Enum.GetValues<Comparison>())
        {
            if (_tokens.Accept(comparison.Symbol()))
                return comparison;
        }

        _tokens.Fail<Expression>(_tokens.Current.Kind == TokenKind.End
            ? $"nothing is compared; write a limit, such as '{TokenStream.Short(_tokens.Since(start))} >= 0.5'"
            : $"a comparison (>=, <=, >, <, ==, !=) is expected, not {_tokens.Describe()}");
        return null;
    }

    private bool Confidence(out NumberExpression? confidence)
    {
        confidence = null;
        if (!_tokens.Accept("@"))
            return true;
        var token = _tokens.Current;
        if (token.Kind != TokenKind.Number || token.Unit is not (null or "%") || token.Value is not (> 0 and < 1))
        {
            _tokens.Fail<Expression>("after '@' comes a confidence between 0% and 100%, such as '@ 95%'");
            return false;
        }

        confidence = _sums.Number();
        return true;
    }

    private List<ConditionTest>? Conditions()
    {
        var tests = new List<ConditionTest>();
        if (!_tokens.AcceptWord("when"))
            return tests;
        do
        {
            if (Test() is not { } test)
                return null;
            tests.Add(test);
        }
        while (_tokens.AcceptWord("and"));
        return tests;
    }

    private ConditionTest? Test()
    {
        var start = _tokens.Current.Start;
        var negated = _tokens.AcceptWord("not");
        var name = _tokens.Current;
        if (name.Kind != TokenKind.Name || ExpressionParser.Reserved.Contains(name.Text))
            return _tokens.Fail<ConditionTest>("here comes a condition, such as 'champion', 'not champion' or 'stage(\"production\")'");
        _tokens.Advance();
        if (!_tokens.Accept("("))
            return new ConditionTest(start, _tokens.Since(start), negated, name.Text, null);
        var argument = _tokens.Current;
        if (argument.Kind != TokenKind.Text)
            return _tokens.Fail<ConditionTest>($"a text in quotes is expected, not {_tokens.Describe()}");
        _tokens.Advance();
        var text = new TextExpression(argument.Start, _tokens.Since(argument.Start), argument.Text);
        return _tokens.Expect(")", "a closing ')'")
            ? new ConditionTest(start, _tokens.Since(start), negated, name.Text, text)
            : null;
    }

    private string Surplus() => _tokens.Current.Kind switch
    {
        TokenKind.Symbol when _tokens.Current.Text is ">=" or "<=" or ">" or "<" or "==" or "!=" =>
            "one comparison has two sides; write 'and' and a second one, such as '0.5 <= auc and auc <= 1'",
        TokenKind.Name when _tokens.Current.Text is "or" => "conditions are joined by 'and'; write a second item for 'or'",
        TokenKind.Name when _tokens.Current.Text == "if" => "a condition is written 'when'",
        TokenKind.Name when Units.Find(_tokens.Current.Text) is not null =>
            $"a unit stands directly behind its number, such as '5{_tokens.Current.Text}'",
        TokenKind.Symbol when _tokens.Current.Text == "@" => "'@' comes once, directly after its comparison and before 'when'",
        _ => $"the expression ends before {_tokens.Describe()}",
    };
}
