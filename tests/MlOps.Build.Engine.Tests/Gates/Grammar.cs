using System.Text;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Tests.Gates;

/// <summary>A grammar in ISO/IEC 14977 notation that draws sentences and tells whether a text is one.</summary>
internal sealed class Grammar
{
    /// <summary>Rules whose parts stand side by side; a token is the longest match.</summary>
    private static readonly HashSet<string> Tokens = ["number", "text", "name", "any name"];

    private readonly IReadOnlyDictionary<string, GrammarNode> _rules;
    private readonly Dictionary<GrammarNode, int> _depths = new(ReferenceEqualityComparer.Instance);

    public Grammar(string text)
    {
        _rules = new GrammarReader(text).Rules();
        // Ten rounds are more than the grammar is deep.
        for (var round = 0; round < 10; round++)
        {
            foreach (var rule in _rules.Values)
                Depth(rule);
        }
    }

    public string Sentence(string rule, SeededRandom random)
    {
        var text = new StringBuilder();
        Draw(_rules[rule], random, text, 0, token: false);
        return text.ToString().Trim();
    }

    public bool Accepts(string rule, string text) =>
        Ends(_rules[rule], text, 0, token: false).Any(end => string.IsNullOrWhiteSpace(text[end..]));

    private int Depth(GrammarNode node)
    {
        var depth = node switch
        {
            GrammarRule rule => _depths.GetValueOrDefault(_rules[rule.Name], 100),
            GrammarChoice choice => choice.Parts.Min(Depth),
            GrammarSequence sequence => sequence.Parts.Max(Depth),
            GrammarRepeat repeat => Math.Min(Depth(repeat.Part), 0),
            GrammarExcept except => Depth(except.Part),
            _ => 0,
        };
        return _depths[node] = Math.Min(depth + 1, 100);
    }

    private void Draw(GrammarNode node, SeededRandom random, StringBuilder text, int depth, bool token)
    {
        switch (node)
        {
            case GrammarTerminal terminal:
                text.Append(terminal.Text).Append(token ? "" : " ");
                break;
            case GrammarRule rule:
                DrawRule(rule.Name, random, text, depth, token);
                break;
            case GrammarChoice choice:
                var parts = depth > 12 ? [.. choice.Parts.Where(part => _depths[part] == choice.Parts.Min(other => _depths[other]))] : choice.Parts;
                Draw(parts[random.Next(parts.Count)], random, text, depth + 1, token);
                break;
            case GrammarSequence sequence:
                foreach (var part in sequence.Parts)
                    Draw(part, random, text, depth + 1, token);
                break;
            case GrammarRepeat repeat:
                for (var count = depth > 12 ? 0 : random.Next(repeat.Most + 1); count > 0; count--)
                    Draw(repeat.Part, random, text, depth + 1, token);
                break;
            case GrammarExcept except:
                DrawExcept(except, random, text, depth, token);
                break;
            case GrammarSpecial special:
                text.Append(special.Characters[random.Next(special.Characters.Length)]);
                break;
            default:
                throw new InvalidOperationException();
        }
    }

    private void DrawRule(string name, SeededRandom random, StringBuilder text, int depth, bool token)
    {
        var inside = token || Tokens.Contains(name);
        Draw(_rules[name], random, text, depth + 1, inside);
        if (inside && !token)
            text.Append(' ');
    }

    private void DrawExcept(GrammarExcept except, SeededRandom random, StringBuilder text, int depth, bool token)
    {
        string drawn;
        do
        {
            var part = new StringBuilder();
            Draw(except.Part, random, part, depth + 1, token);
            drawn = part.ToString();
        }
        while (Ends(except.But, drawn, 0, token).Contains(drawn.Length));
        text.Append(drawn);
    }

    private HashSet<int> Ends(GrammarNode node, string text, int start, bool token) => node switch
    {
        GrammarTerminal terminal => TerminalEnds(terminal.Text, text, start, token),
        GrammarRule rule => RuleEnds(rule.Name, text, start, token),
        GrammarChoice choice => [.. choice.Parts.SelectMany(part => Ends(part, text, start, token))],
        GrammarSequence sequence => sequence.Parts.Aggregate(
            new HashSet<int> { start }, (ends, part) => [.. ends.SelectMany(end => Ends(part, text, end, token))]),
        GrammarRepeat repeat => RepeatEnds(repeat, text, start, token),
        GrammarExcept except => ExceptEnds(except, text, start, token),
        GrammarSpecial special => start < text.Length && special.Fits(text[start]) ? [start + 1] : [],
        _ => throw new InvalidOperationException(),
    };

    private static HashSet<int> TerminalEnds(string terminal, string text, int start, bool token)
    {
        var from = token ? start : Skip(text, start);
        var end = from + terminal.Length;
        if (string.CompareOrdinal(text, from, terminal, 0, terminal.Length) != 0)
            return [];
        return !token && IsWord(terminal[^1]) && end < text.Length && IsWord(text[end]) ? [] : [end];
    }

    private HashSet<int> RuleEnds(string name, string text, int start, bool token)
    {
        if (token || !Tokens.Contains(name))
            return Ends(_rules[name], text, start, token);
        var ends = Ends(_rules[name], text, Skip(text, start), token: true);
        if (ends.Count == 0)
            return [];
        var longest = ends.Max();
        return name == "number" && longest < text.Length && (IsWord(text[longest]) || text[longest] is '\u00B5' or '\u03BC') ? [] : [longest];
    }

    private HashSet<int> RepeatEnds(GrammarRepeat repeat, string text, int start, bool token)
    {
        HashSet<int> all = [start], last = [start];
        for (var count = 0; last.Count > 0 && (count < repeat.Most || repeat.Most > 1); count++)
        {
            last = [.. last.SelectMany(end => Ends(repeat.Part, text, end, token)).Where(all.Add)];
        }

        return all;
    }

    // The longest token is meant: 'or' in 'orange' is no word of the language.
    private HashSet<int> ExceptEnds(GrammarExcept except, string text, int start, bool token)
    {
        var ends = Ends(except.Part, text, start, token);
        if (ends.Count == 0)
            return [];
        var longest = ends.Max();
        return Ends(except.But, text[start..longest], 0, token).Contains(longest - start) ? [] : [longest];
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
