using System.Diagnostics.CodeAnalysis;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Expectations.Conditions;

/// <summary>
/// Reads row conditions as suites hold them: comparisons of columns with values or columns, <c>in</c>, tests for missing values, <c>and</c>,
/// <c>or</c>, <c>not</c>, parentheses; columns as <c>col("a")</c>, as a plain name or between backticks.
/// </summary>
internal sealed class ConditionParser
{
    private const int DeepestNesting = 100;
    private readonly List<ConditionToken> _tokens;
    private readonly ConditionDialect _dialect;
    private readonly IReadOnlyList<BatchColumn> _columns;
    private int _at;
    private int _depth;
    private string? _fault;

    private ConditionParser(string text, ConditionDialect dialect, IReadOnlyList<BatchColumn> columns)
    {
        _tokens = ConditionLexer.Cut(text);
        _dialect = dialect;
        _columns = columns;
    }

    private ConditionToken Current => _tokens[_at];

    /// <summary>The condition; null, with a fault, when it cannot be read.</summary>
    /// <param name="text">Such as <c>col("Speed") &gt; 5 and Size == "Large"</c>.</param>
    /// <param name="parser">The suite's <c>condition_parser</c>; only the meaning of missing values depends on it.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="fault">What is wrong.</param>
    public static RowCondition? Parse(
        string text, string? parser, IReadOnlyList<BatchColumn> columns, [NotNullWhen(false)] out string? fault)
    {
        if (DialectOf(parser) is not { } dialect)
        {
            fault = $"'condition_parser' is {Shown.Text(parser!)}; expected pandas, python, great_expectations, great_expectations__experimental__, spark or sql.";
            return null;
        }

        var reading = new ConditionParser(text, dialect, columns);
        var root = reading.Either();
        if (reading.Current.Kind != TokenKind.End)
            reading.Unexpected();
        fault = reading._fault is { } wrong ? $"row_condition {Shown.Text(text)}: {wrong}" : null;
        return fault is null ? new RowCondition(text, dialect, root!) : null;
    }

    private static ConditionDialect? DialectOf(string? parser) => parser switch
    {
        null or "pandas" or "python" => ConditionDialect.Pandas,
        "great_expectations" or "great_expectations__experimental__" or "ge" or "spark" or "spark_sql" or "sql" => ConditionDialect.Sql,
        _ => null,
    };

    private ConditionNode? Either()
    {
        var left = Both();
        while (_fault is null && Take("or", "|"))
            left = Both() is { } right ? new BothNode(left!, right, either: true) : null;
        return left;
    }

    private ConditionNode? Both()
    {
        var left = Negation();
        while (_fault is null && Take("and", "&"))
            left = Negation() is { } right ? new BothNode(left!, right, either: false) : null;
        return left;
    }

    private ConditionNode? Negation()
    {
        if (++_depth > DeepestNesting)
            return Fail("it is nested too deeply.");
        var node = Take("not", "~") ? Negation() is { } inner ? new NotNode(inner) : null : Primary();
        _depth--;
        return node;
    }

    private ConditionNode? Primary()
    {
        if (!Current.Is("("))
            return Comparison();
        _at++;
        var inner = Either();
        return Expect(")") ? inner : null;
    }

    private ConditionNode? Comparison()
    {
        if (Operand() is not { } left)
            return null;
        if (left.IsColumn && Current.Is(".", "is"))
            return Null(left.Column);
        var negated = left.IsColumn && Current.Is("not") && Take("not");
        if (left.IsColumn && Take("in"))
            return Set(left.Column, "[", "]") is { } set ? negated ? new NotNode(set) : set : null;
        if (!Current.Is("==", "=", "!=", "<>", "<", "<=", ">", ">="))
            return Unexpected();
        var sign = _tokens[_at++].Text;
        return Operand() is { } right ? Compare(left, sign, right) : null;
    }

    private ConditionNode? Compare(Operand left, string sign, Operand right)
    {
        var node = Comparisons.Node(left, sign, right, _columns, _dialect, out var fault);
        return fault is null ? node : Fail(fault);
    }

    // .notnull(), .notNull(), .isnull(), .isin([...]), IS NULL, IS NOT NULL.
    private ConditionNode? Null(int column)
    {
        if (Take("is"))
        {
            var present = Take("not");
            return Expect("null") ? new NullNode(column, present) : null;
        }

        _at++;
        var method = _tokens[_at].Text.ToLowerInvariant();
        if (method is not ("notnull" or "isnull" or "notna" or "isna" or "isnotnull" or "isin"))
            return Unexpected();
        _at++;
        if (method == "isin")
            return Expect("(") && Set(column, "[", "]") is { } set && Expect(")") ? set : null;
        return Expect("(") && Expect(")") ? new NullNode(column, method.Contains("not", StringComparison.Ordinal)) : null;
    }

    private ConditionNode? Set(int column, string open, string close)
    {
        if (Current.Is("("))
            (open, close) = ("(", ")");
        if (!Expect(open))
            return null;
        var values = new List<Scalar>();
        while (_fault is null && !Current.Is(close))
        {
            if (Operand() is { IsColumn: false } value)
                values.Add(value.Value);
            else
                return Fail("a list after 'in' holds values only.");
            if (!Take(","))
                break;
        }

        return Expect(close) ? Comparisons.InSet(column, values, _columns, _dialect) : null;
    }

    private Operand? Operand()
    {
        var token = Current;
        if (token.Kind == TokenKind.End)
            return Wrong();
        _at++;
        return token.Kind switch
        {
            TokenKind.Number when Scalar.OfNumber(token.Text) is { } number => new Operand(-1, number),
            TokenKind.Text => new Operand(-1, Scalar.OfText(token.Text)),
            TokenKind.Name => Column(token.Text),
            TokenKind.Word when token.Is("true", "false") => new Operand(-1, Scalar.OfBoolean(token.Is("true"))),
            TokenKind.Word when Current.Is("(") && token.Is("col", "date") => Call(token.Is("col")),
            TokenKind.Word => Column(token.Text),
            _ => Wrong(),
        };
    }

    private Operand? Call(bool column)
    {
        _at++;
        var name = Current;
        if (name.Kind != TokenKind.Text)
            return Wrong();
        _at++;
        if (!Expect(")"))
            return null;
        return column ? Column(name.Text) : new Operand(-1, Scalar.OfText(name.Text));
    }

    private Operand? Column(string name)
    {
        for (var index = 0; index < _columns.Count; index++)
        {
            if (_columns[index].Name == name)
                return new Operand(index, default);
        }

        Fail($"the data have no column {Shown.Text(name)}.{DidYouMean.Sentence(name, _columns.Select(column => column.Name))}");
        return null;
    }

    private bool Take(params ReadOnlySpan<string> words)
    {
        if (!Current.Is(words))
            return false;
        _at++;
        return true;
    }

    private bool Expect(string sign)
    {
        if (Take(sign))
            return true;
        Fail(Current.Kind == TokenKind.End ? $"'{sign}' is missing at its end." : $"{Shown.Text(Current.Text)} stands where '{sign}' should.");
        return false;
    }

    private Operand? Wrong()
    {
        _at = Math.Max(0, Current.Kind == TokenKind.End && _at > 0 ? _at : _at - 1);
        Unexpected();
        return null;
    }

    private ConditionNode? Unexpected() => Fail(Current.Kind == TokenKind.End
        ? "it ends too early."
        : $"{Shown.Text(Current.Text)} has no meaning there. Comparisons of columns and values, in, not, and, or, isnull() and notnull() can be used.");

    private ConditionNode? Fail(string fault)
    {
        _fault ??= fault;
        return null;
    }
}
