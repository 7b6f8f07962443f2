using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>Formats of <c>strptime</c> as Python reads them, with the English names of months and days.</summary>
internal sealed class StrftimeFormat
{
    private const string Months = "january|february|march|april|may|june|july|august|september|october|november|december";
    private const string ShortMonths = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

    // The expressions of CPython's Lib/_strptime.py.
    private static readonly Dictionary<char, string> Directives = new()
    {
        ['d'] = @"(?<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])",
        ['f'] = "(?<f>[0-9]{1,6})",
        ['H'] = @"(?<H>2[0-3]|[0-1]\d|\d)",
        ['I'] = "(?<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
        ['j'] = @"(?<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
        ['m'] = "(?<m>1[0-2]|0[1-9]|[1-9])",
        ['M'] = @"(?<M>[0-5]\d|\d)",
        ['S'] = @"(?<S>6[0-1]|[0-5]\d|\d)",
        ['U'] = @"(?<U>5[0-3]|[0-4]\d|\d)",
        ['W'] = @"(?<W>5[0-3]|[0-4]\d|\d)",
        ['w'] = "(?<w>[0-6])",
        ['u'] = "(?<u>[1-7])",
        ['y'] = @"(?<y>\d\d)",
        ['Y'] = @"(?<Y>\d\d\d\d)",
        ['z'] = @"(?<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
        ['A'] = "(?<A>monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
        ['a'] = "(?<a>mon|tue|wed|thu|fri|sat|sun)",
        ['B'] = $"(?<B>{Months})",
        ['b'] = $"(?<b>{ShortMonths})",
        ['p'] = "(?<p>am|pm)",
        ['Z'] = "(?<Z>utc|gmt)",
        ['%'] = "%",
    };

    private static readonly Dictionary<char, string> Composed = new()
    {
        ['c'] = "%a %b %d %H:%M:%S %Y",
        ['x'] = "%m/%d/%y",
        ['X'] = "%H:%M:%S",
    };

    private readonly Regex _regex;

    private StrftimeFormat(string pattern) =>
        _regex = new Regex($@"\A{pattern}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Null, with a fault, when the format has a directive that cannot be read.</summary>
    public static StrftimeFormat? Of(string format, out string? fault)
    {
        var (pattern, seen) = (new StringBuilder(), new HashSet<char>());
        fault = null;
        foreach (var (sign, replaced) in Composed)
            format = format.Replace($"%{sign}", replaced, StringComparison.Ordinal);
        for (var i = 0; i < format.Length && fault is null; i++)
        {
            if (char.IsWhiteSpace(format[i]))
                AppendSpace(pattern);
            else if (format[i] != '%')
                pattern.Append(Regex.Escape(format[i].ToString()));
            else
                fault = Append(pattern, seen, ++i < format.Length ? format[i] : '\0');
        }

        return fault is null ? new StrftimeFormat(pattern.ToString()) : null;
    }

    public bool Parses(string text) => _regex.Match(text) is { Success: true } match && IsDate(match);

    private static void AppendSpace(StringBuilder pattern)
    {
        if (pattern.Length < 2 || pattern[^1] != '+' || pattern[^2] != 's')
            pattern.Append(@"\s+");
    }

    private static string? Append(StringBuilder pattern, HashSet<char> seen, char directive)
    {
        if (!Directives.TryGetValue(directive, out var part))
            return directive == '\0' ? "it ends with a single %." : $"%{directive} is no directive that strptime reads.";
        if (directive != '%' && !seen.Add(directive))
            return $"%{directive} stands in it twice.";
        pattern.Append(part);
        return null;
    }

    // Python makes a date of the parts: 30 February is none, and 1900 is the year when none is given.
    private static bool IsDate(Match match)
    {
        var year = match.Groups["Y"] is { Success: true } full ? Number(full) : match.Groups["y"] is { Success: true } two ? Century(Number(two)) : 1900;
        if (year < 1)
            return false;
        var month = match.Groups["m"] is { Success: true } number ? Number(number)
            : match.Groups["B"] is { Success: true } name ? Month(name)
            : match.Groups["b"] is { Success: true } brief ? Month(brief) : 1;
        var day = match.Groups["d"] is { Success: true } given ? Number(given) : 1;
        return day <= DateTime.DaysInMonth(year, month);
    }

    private static int Century(int year) => year <= 68 ? 2000 + year : 1900 + year;

    private static int Month(Group name) => Array.IndexOf(ShortMonths.Split('|'), name.Value[..3].ToLowerInvariant()) + 1;

    private static int Number(Group group) => int.Parse(group.Value.Trim(), CultureInfo.InvariantCulture);
}
