using System.Text.RegularExpressions;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Packaging.Licences;

/// <summary>
/// License expressions of SPDX 2.3, annex D: identifiers with an optional <c>+</c>, <c>WITH</c> an exception, <c>AND</c>, <c>OR</c> and
/// parentheses.
/// </summary>
internal sealed partial class SpdxExpression
{
    // Deep enough for any licence, and no stack is at risk.
    private const int Deepest = 50;

    private readonly List<string> _tokens;
    private int _next;
    private int _depth;

    private SpdxExpression(string text) => _tokens = [.. Token().Matches(text).Select(match => match.Value)];

    /// <summary>What is wrong, in words; null when the text is an expression of known licences.</summary>
    public static string? Problem(string text)
    {
        if (text.Length > 1000)
            return "is longer than 1,000 characters";
        var expression = new SpdxExpression(text);
        return expression.Alternatives() ?? (expression.Peek is { } rest ? $"has '{rest}' where AND, OR or the end is expected" : null);
    }

    public static bool IsSound(string? text) => text is not null && Problem(text) is null;

    private string? Peek => _next < _tokens.Count ? _tokens[_next] : null;

    private string? Alternatives()
    {
        if (++_depth > Deepest)
            return $"is nested deeper than {Deepest}";
        var problem = Simple();
        while (problem is null && Peek is "AND" or "OR")
        {
            _next++;
            problem = Simple();
        }

        _depth--;
        return problem;
    }

    private string? Simple()
    {
        if (Peek is not "(")
            return Licence();
        _next++;
        var problem = Alternatives();
        return problem ?? (Take(")") ? null : "has an open parenthesis");
    }

    private string? Licence()
    {
        if (Identifier("licence") is { } problem)
            return problem;
        return Take("WITH") ? Identifier("exception") : null;
    }

    private string? Identifier(string kind)
    {
        if (Peek is not { } token || !Name().IsMatch(token))
            return $"has {(Peek is { } found ? $"'{found}'" : "nothing")} where the identifier of a {kind} is expected";
        _next++;
        var identifier = token.TrimEnd('+');
        return SpdxLicences.Knows(identifier)
            ? null
            : $"names '{identifier}', which is no {kind} of the SPDX list.{DidYouMean.Sentence(identifier, SpdxLicences.All)}".TrimEnd('.');
    }

    private bool Take(string token)
    {
        if (Peek != token)
            return false;
        _next++;
        return true;
    }

    [GeneratedRegex(@"[()]|[^\s()]+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[A-Za-z0-9.:-]+\+?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
