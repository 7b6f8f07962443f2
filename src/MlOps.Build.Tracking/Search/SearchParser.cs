using System.Globalization;

namespace MlOps.Build.Tracking.Search;

/// <summary>
/// Reads MLflow's search syntax (mlflow/utils/search_utils.py): comparisons joined by <c>and</c>. Beyond it, lists and <c>is null</c> are
/// allowed wherever they have a meaning.
/// </summary>
internal sealed class SearchParser
{
    private readonly List<SearchToken> _tokens;
    private int _next;

    private SearchParser(string text) => _tokens = SearchTokens.Of(text);

    /// <summary>The comparisons of a filter; none of an empty one.</summary>
    /// <exception cref="SearchException">It means nothing.</exception>
    public static IReadOnlyList<RunClause> Filter(string text)
    {
        var (parser, clauses) = (new SearchParser(text), new List<RunClause>());
        if (parser._tokens.Count == 1)
            return clauses;
        clauses.Add(parser.Clause());
        while (parser._tokens[parser._next].Kind != TokenKind.End)
        {
            if (!parser.Take("and"))
                throw parser.Unexpected("'and'; comparisons are joined by it, and 'or' has no meaning here");
            clauses.Add(parser.Clause());
        }

        return clauses;
    }

    /// <summary>Fields with a direction, with commas between them.</summary>
    /// <exception cref="SearchException">It means nothing.</exception>
    public static IReadOnlyList<RunOrder> Order(string text)
    {
        var (parser, orders) = (new SearchParser(text), new List<RunOrder>());
        do
        {
            var field = parser.Field();
            var descending = parser.Take("desc");
            if (!descending)
                parser.Take("asc");
            orders.Add(new RunOrder(field, descending));
        }
        while (parser.Sign(","));
        return parser._tokens[parser._next].Kind == TokenKind.End ? orders : throw parser.Unexpected("asc, desc or a comma");
    }

    private RunClause Clause()
    {
        var (field, comparison) = (Field(), _tokens[_next]);
        var word = Operator();
        if (word is "IS NULL" or "IS NOT NULL")
            return new RunClause(field, word, []);
        if (field.IsNumber && word is not ("=" or "!=" or "<" or "<=" or ">" or ">="))
            throw new SearchException(comparison.Place, $"'{word.ToLowerInvariant()}' compares texts, and {Name(field)} is a number; expected =, !=, <, <=, > or >=.");
        if (!field.IsNumber && word is "<" or "<=" or ">" or ">=")
            throw new SearchException(comparison.Place, $"'{word}' compares numbers, and {Name(field)} is a text; expected =, !=, like, ilike, in or not in.");
        return new RunClause(field, word, word is "IN" or "NOT IN" ? List(field) : [Value(field)]);
    }

    private RunField Field() =>
        _tokens[_next].Kind == TokenKind.Name ? FieldNames.Of(_tokens[_next++]) : throw Unexpected("a field, such as metrics.auc");

    private string Operator()
    {
        var token = _tokens[_next];
        if (token is { Kind: TokenKind.Sign, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" })
            return _tokens[_next++].Text;
        foreach (var word in new[] { "like", "ilike", "in" })
        {
            if (Take(word))
                return word.ToUpperInvariant();
        }

        if (Take("not"))
            return Take("in") ? "NOT IN" : throw Unexpected("'in' after 'not'");
        if (!Take("is"))
            throw Unexpected("a comparison: =, !=, <, <=, >, >=, like, ilike, in, not in or is null");
        var not = Take("not") ? "NOT " : "";
        return Take("null") ? $"IS {not}NULL" : throw Unexpected("'null'");
    }

    private List<object> List(RunField field)
    {
        if (!Sign("("))
            throw Unexpected("a list in brackets, such as ('a', 'b')");
        var values = new List<object>();
        do
            values.Add(Value(field));
        while (Sign(","));
        return Sign(")") ? values : throw Unexpected("a comma or a closing bracket");
    }

    private object Value(RunField field)
    {
        var token = _tokens[_next];
        if (field.IsNumber)
        {
            _next++;
            return token.Kind == TokenKind.Number
                ? double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture)
                : throw new SearchException(token.Place, $"{Name(field)} is a number, and {Shown(token)} is none.");
        }

        if (token.Kind != TokenKind.Text)
            throw new SearchException(token.Place, $"{Name(field)} is a text, and {Shown(token)} is not in quotation marks. Write '{token.Text}' in them.");
        _next++;
        return token.Text;
    }

    private bool Take(string word)
    {
        if (!_tokens[_next].Is(word))
            return false;
        _next++;
        return true;
    }

    private bool Sign(string sign)
    {
        if (_tokens[_next] is not { Kind: TokenKind.Sign } token || token.Text != sign)
            return false;
        _next++;
        return true;
    }

    private SearchException Unexpected(string expected) => new(_tokens[_next].Place, $"{Shown(_tokens[_next])} stands where {expected} is expected.");

    private static string Shown(SearchToken token) => token.Kind == TokenKind.End ? "the end" : $"'{token.Text}'";

    private static string Name(RunField field) => $"'{field.Key}'";
}
