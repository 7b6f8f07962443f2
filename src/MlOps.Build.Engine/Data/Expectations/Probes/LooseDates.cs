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
        var (numbers, month) = (new List<string>(), 0);
        foreach (var part in Part().EnumerateMatches(rest))
        {
            var word = rest.AsSpan(part.Index, part.Length).ToString();
            if (char.IsAsciiDigit(word[0]))
                numbers.Add(word);
            else if (MonthOf(word) is > 0 and var named && month == 0)
                month = named;
            else if (!Filler().IsMatch(word))
                return false;
        }

        return Clean().IsMatch(rest) && (numbers.Count > 0 || month > 0 || rest.Length < text.Trim().Length || Weekday().IsMatch(rest)) && IsDate(numbers, month);
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

    private static bool IsDate(List<string> numbers, int month)
    {
        if (numbers is [{ Length: 8 } whole] && month == 0)
            numbers = [whole[..4], whole[4..6], whole[6..]];
        else if (numbers is [{ Length: 6 } brief] && month == 0)
            numbers = [brief[..2], brief[2..4], brief[4..]];
        if (numbers.Exists(number => number.Length is > 4 or 3))
            return false;
        var values = numbers.ConvertAll(number => int.Parse(number, CultureInfo.InvariantCulture));
        return (values.Count, month) switch
        {
            (0, _) => true,
            (1, 0) => numbers[0].Length == 4 ? values[0] > 0 : values[0] is >= 1 and <= 31,
            (1, _) => numbers[0].Length == 4 || values[0] <= 31 || values[0] < 100,
            (2, 0) => Fits(values[0], values[1]) || Fits(values[1], values[0]) || numbers.Exists(number => number.Length == 4),
            (2, _) => Fits(values[0], values[1], month) || Fits(values[1], values[0], month),
            (3, 0) => Any(values),
            _ => false,
        };
    }

    // Some order of day, month and year makes a date.
    private static bool Any(List<int> values) =>
        Fits(values[1], values[2], values[0]) || Fits(values[0], values[2], values[1]) || Fits(values[2], values[0], values[1])
        || Fits(values[1], values[0], values[2]);

    private static bool Fits(int month, int day) => month is >= 1 and <= 12 && day is >= 1 and <= 31;

    private static bool Fits(int day, int year, int month) =>
        month is >= 1 and <= 12 && year is >= 0 and <= 9999 && day >= 1
        && day <= DateTime.DaysInMonth(year < 100 ? 2000 + year : year, month);

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
