using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Tests.Gates;

/// <summary>Reads the notation of ISO/IEC 14977 as far as the guide uses it.</summary>
internal sealed partial class GrammarReader(string text)
{
    private readonly List<string> _tokens = [.. Token().Matches(text).Select(match => match.Value.Trim()).Where(token => token.Length > 0)];
    private int _at;

    public IReadOnlyDictionary<string, GrammarNode> Rules()
    {
        var rules = new Dictionary<string, GrammarNode>();
        while (_at < _tokens.Count)
        {
            var name = Take();
            Take("=");
            rules.Add(name, Choice());
            Take(";");
        }

        return rules;
    }

    private GrammarNode Choice()
    {
        var parts = new List<GrammarNode> { Sequence() };
        while (Accept("|"))
            parts.Add(Sequence());
        return parts.Count == 1 ? parts[0] : new GrammarChoice(parts);
    }

    private GrammarNode Sequence()
    {
        var parts = new List<GrammarNode> { Except() };
        while (Accept(","))
            parts.Add(Except());
        return parts.Count == 1 ? parts[0] : new GrammarSequence(parts);
    }

    private GrammarNode Except()
    {
        var part = Primary();
        return Accept("-") ? new GrammarExcept(part, Primary()) : part;
    }

    private GrammarNode Primary()
    {
        var token = Take();
        switch (token[0])
        {
            case '"' or '\'':
                return new GrammarTerminal(token[1..^1]);
            case '?':
                return Special(token);
            case '[' or '{' or '(':
                var inner = Choice();
                Take(token == "[" ? "]" : token == "{" ? "}" : ")");
                return token == "(" ? inner : new GrammarRepeat(inner, token == "[" ? 1 : 3);
            default:
                return new GrammarRule(token);
        }
    }

    private static GrammarSpecial Special(string token) => token switch
    {
        "? A to Z and a to z ?" => new GrammarSpecial("ABCXYZabcnopqrstwxyz", char.IsAsciiLetter),
        "? 0 to 9 ?" => new GrammarSpecial("0123456789", char.IsAsciiDigit),
        "? any character ?" => new GrammarSpecial("aZ9_ .,:()<>=@%\u00E9\u6E2C\u0627", _ => true),
        _ => throw new InvalidOperationException(token),
    };

    private string Take() => _tokens[_at++];

    private void Take(string expected) => Take().ShouldBe(expected);

    private bool Accept(string token)
    {
        if (_at >= _tokens.Count || _tokens[_at] != token)
            return false;
        _at++;
        return true;
    }

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|\?[^?]*\?|[a-z][a-z ]*|[=,|;\[\]{}()\-]
        """)]
    private static partial Regex Token();
}
