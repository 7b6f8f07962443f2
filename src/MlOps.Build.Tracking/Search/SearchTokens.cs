using System.Globalization;
using System.Text;

namespace MlOps.Build.Tracking.Search;

/// <summary>Takes a filter apart.</summary>
internal sealed class SearchTokens(string text)
{
    private const string Signs = "=!<>(),";
    private int _next;

    /// <exception cref="SearchException">Something there can be no part of a filter.</exception>
    public static List<SearchToken> Of(string text)
    {
        var (tokens, found) = (new SearchTokens(text), new List<SearchToken>());
        do
            found.Add(tokens.Next());
        while (found[^1].Kind != TokenKind.End);
        return found;
    }

    private SearchToken Next()
    {
        while (_next < text.Length && char.IsWhiteSpace(text[_next]))
            _next++;
        var place = _next + 1;
        if (_next == text.Length)
            return new(TokenKind.End, "the end", place);
        if (text[_next] is '\'' or '"')
            return new(TokenKind.Text, Quoted(), place);
        if (Signs.Contains(text[_next], StringComparison.Ordinal))
            return new(TokenKind.Sign, Sign(), place);
        var name = Name();
        var isNumber = (char.IsAsciiDigit(name[0]) || name[0] is '-' or '+' or '.')
            && double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        return new(isNumber ? TokenKind.Number : TokenKind.Name, name, place);
    }

    private string Sign()
    {
        var length = _next + 1 < text.Length && text[_next] is '<' or '>' or '!' && text[_next + 1] == '=' ? 2 : 1;
        if (length == 1 && _next + 1 < text.Length && text.AsSpan(_next, 2) is "<>")
            length = 2;
        _next += length;
        return text[(_next - length).._next] is var sign && sign == "<>" ? "!=" : sign;
    }

    // Names go on to the next blank or sign; what is quoted in them may hold both.
    private string Name()
    {
        var name = new StringBuilder();
        while (_next < text.Length && !char.IsWhiteSpace(text[_next]) && !Signs.Contains(text[_next], StringComparison.Ordinal))
        {
            if (text[_next] is '`' or '"')
                name.Append(Quoted());
            else
                name.Append(text[_next++]);
        }

        return name.ToString() is { Length: > 0 } found ? found : throw new SearchException(_next + 1, "a name is empty.");
    }

    private string Quoted()
    {
        var (quote, start) = (text[_next], _next + 1);
        var end = text.IndexOf(quote, start);
        if (end < 0)
            throw new SearchException(_next + 1, $"a quotation mark {quote} is opened and never closed.");
        _next = end + 1;
        return text[start..end];
    }
}
