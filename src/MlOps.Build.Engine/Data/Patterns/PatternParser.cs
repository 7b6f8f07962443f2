using System.Globalization;

namespace MlOps.Build.Engine.Data.Patterns;

/// <summary>
/// Reads the part of .NET's regular expressions that needs no more than an automaton over ASCII: characters, classes, groups, choices and
/// repeats. Anything else, also what might be an error, is left to the framework.
/// </summary>
internal sealed class PatternParser
{
    private const string Special = "\\*+?|{}[]()^$.# \t\n\r";
    private readonly string _pattern;
    private int _at;

    private PatternParser(string pattern) => _pattern = pattern;

    /// <summary>Null when the pattern has something that this does not read.</summary>
    public static PatternNode? Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        return parser.Choices(top: true) is { } node && parser._at == pattern.Length ? node : null;
    }

    private bool Ended => _at >= _pattern.Length;

    private bool Take(char letter)
    {
        if (Ended || _pattern[_at] != letter)
            return false;
        _at++;
        return true;
    }

    private PatternNode? Choices(bool top)
    {
        var parts = new List<PatternNode>();
        do
        {
            if (Parts(top) is not { } part)
                return null;
            parts.Add(part);
        }
        while (Take('|'));
        return parts.Count == 1 ? parts[0] : new PatternNode.Choice(parts);
    }

    private PatternNode? Parts(bool top)
    {
        // The whole text must match, so anchors at either end of a choice add nothing.
        if (top)
            Take('^');
        var parts = new List<PatternNode>();
        while (!Ended && _pattern[_at] is not ('|' or ')'))
        {
            if (top && _pattern[_at] == '$' && (_at + 1 == _pattern.Length || _pattern[_at + 1] == '|'))
            {
                _at++;
                break;
            }

            if (Part() is not { } part)
                return null;
            parts.Add(part);
        }

        return new PatternNode.Sequence(parts);
    }

    private PatternNode? Part()
    {
        var part = Take('(') ? Group() : Set() is { } set ? new PatternNode.Character(set) : null;
        if (part is null || Ended)
            return part;
        var repeated = _pattern[_at] switch
        {
            '*' => Repeated(part, 0, null),
            '+' => Repeated(part, 1, null),
            '?' => Repeated(part, 0, 1),
            '{' => Counted(part),
            _ => part,
        };
        return repeated is PatternNode.Repeat && !Ended && _pattern[_at] is '*' or '+' or '?' or '{' ? null : repeated;
    }

    private PatternNode Repeated(PatternNode part, int least, int? most)
    {
        _at++;
        Take('?');
        return new PatternNode.Repeat(part, least, most);
    }

    private PatternNode? Counted(PatternNode part)
    {
        var end = _pattern.IndexOf('}', _at);
        if (end < 0)
            return null;
        var counts = _pattern[(_at + 1)..end].Split(',');
        if (!Count(counts[0], out var least) || counts.Length > 2)
            return null;
        int? most = least;
        if (counts.Length == 2)
        {
            most = Count(counts[1], out var limit) ? limit : null;
            if (most is null && counts[1].Length > 0)
                return null;
        }

        _at = end;
        return most < least ? null : Repeated(part, least, most);
    }

    private static bool Count(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= 1000;

    private PatternNode? Group()
    {
        if (Take('?') && !Take(':'))
            return null;
        return Choices(top: false) is { } inner && Take(')') ? inner : null;
    }

    private CharSet? Set()
    {
        var letter = _pattern[_at];
        if (letter == '[')
            return Class();
        if (letter == '\\')
            return Escaped();
        if (letter == '.')
        {
            _at++;
            return CharSet.AllButNewline;
        }

        if (letter > 127 || (Special.Contains(letter, StringComparison.Ordinal) && letter is not (' ' or '#' or '\t')))
            return null;
        _at++;
        return CharSet.Of(letter, letter);
    }

    private CharSet? Class()
    {
        _at++;
        var negated = Take('^');
        var set = CharSet.None;
        for (var first = true; first || (!Ended && _pattern[_at] != ']'); first = false)
        {
            if (ClassPart() is not { } part)
                return null;
            set = set.Or(part);
        }

        if (!Take(']'))
            return null;
        return negated ? set.Not() : set;
    }

    private CharSet? ClassPart()
    {
        if (Ended || _pattern[_at] > 127 || _pattern[_at] is '[' or ']')
            return null;
        if (_pattern[_at] == '\\')
            return Escaped() is { } escaped && !IsRange() ? escaped : null;
        var first = _pattern[_at++];
        if (!IsRange())
            return CharSet.Of(first, first);
        var last = _pattern[_at + 1];
        if (last is '\\' or '[' || last > 127 || last < first)
            return null;
        _at += 2;
        return CharSet.Of(first, last);
    }

    private bool IsRange() => _at + 1 < _pattern.Length && _pattern[_at] == '-' && _pattern[_at + 1] != ']';

    private CharSet? Escaped()
    {
        if (_at + 1 >= _pattern.Length)
            return null;
        var letter = _pattern[_at + 1];
        CharSet? set = letter switch
        {
            'd' => CharSet.Digits,
            'D' => CharSet.Digits.Not(),
            'w' => CharSet.Letters,
            'W' => CharSet.Letters.Not(),
            's' => CharSet.Spaces,
            'S' => CharSet.Spaces.Not(),
            't' => CharSet.Of('\t', '\t'),
            _ => letter < 128 && !char.IsAsciiLetterOrDigit(letter) && letter > ' ' && letter != '_' ? CharSet.Of(letter, letter) : null,
        };
        _at += set is null ? 0 : 2;
        return set;
    }
}
