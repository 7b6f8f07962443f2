using System.Globalization;
using System.Text.RegularExpressions;

namespace MlOps.Build.Engine.Data.Expectations.Probes;

/// <summary>
/// Texts that python-dateutil's parser takes for dates: ISO 8601; day, month and year in any order with any of <c>- / . ,</c> or spaces between;
/// names of months and days in English; times with seconds, fractions, am and pm, Z, UTC, GMT and offsets. A part of what that parser guesses.
/// </summary>
internal static partial class LooseDates
{
    private const int LongestText = 100;
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static bool Parses(string text)
    {
        if (text.Length > LongestText)
            return false;
        var (time, rest) = TakeTime(text.Trim());
        if (!time)
            return false;
        var parts = new DateParts();
        foreach (var match in Part().EnumerateMatches(rest))
        {
            if (!Add(parts, rest.Substring(match.Index, match.Length)))
                return false;
        }

        return Clean().IsMatch(rest) && (parts.Any || rest.Length < text.Trim().Length || Weekday().IsMatch(rest)) && parts.IsDate();
    }

    private static bool Add(DateParts parts, string word)
    {
        if (char.IsAsciiDigit(word[0]))
            return parts.AddNumber(word);
        return MonthOf(word) is > 0 and var month ? parts.AddMonth(month) : Filler().IsMatch(word);
    }

    // False when a time stands there that is none.
    private static (bool Good, string Left) TakeTime(string text)
    {
        var match = Time().Match(text);
        if (!match.Success)
            return (true, text);
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var half = match.Groups["half"].Success;
        var good = (half ? hour is >= 1 and <= 12 : hour < 24)
            && Part(match.Groups["m"]) < 60
            && Part(match.Groups["s"]) < 60;
        return (good, text.Remove(match.Index, match.Length).Trim());
    }

    private static int Part(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    private static int MonthOf(string word) =>
        Name().IsMatch(word) ? Array.IndexOf(Months, word[..3].ToLowerInvariant()) + 1 : 0;

    [GeneratedRegex(@"(?:(?<=\d)T|\bat\b|\b)\s*(?<h>\d{1,2})(?::(?<m>\d{2})(?::(?<s>\d{2})(?:[.,]\d{1,9})?)?\s*(?<half>[ap]\.?m\.?)?|\s*(?<half>[ap]\.?m\.?))(?:\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}))?(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"\d+|[A-Za-z]+")]
    private static partial Regex Part();

    [GeneratedRegex(@"^[-\dA-Za-z/.,\s]*$")]
    private static partial Regex Clean();

    [GeneratedRegex("^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?$|^(st|nd|rd|th|of|and|on|at)$", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    [GeneratedRegex("^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();
}
