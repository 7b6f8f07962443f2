using System.Text.RegularExpressions;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting;

/// <summary>
/// A comparison that <see cref="GateWords"/> has put into English words, in another language. Numbers, units and intervals are written alike in
/// all of them, so they are taken as they stand.
/// </summary>
internal static partial class TranslatedComparison
{
    private const string Number =
        @"[+-]?(?:[0-9][0-9,]*(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?|infinity)(?:%| (?:us|ms|s|min|h|d|B|kB|MB|GB)\b)?";

    private const string Limited = @"(?<limit>.+?)(?:; difference (?<difference>.+?))?";

    /// <summary>Null when nothing was compared, or the words are others.</summary>
    public static ItemWords? Of(string? subject, string explanation, ReportWords words)
    {
        if (subject is not { Length: > 0 } || !explanation.StartsWith(subject + " ", StringComparison.Ordinal))
            return null;
        var seen = Seen().Match(explanation[(subject.Length + 1)..]);
        return seen.Success && After(seen.Groups["after"].Value, words) is { } after
            ? new ItemWords(words.Echo(subject) + " ", seen.Groups["number"].Value, seen.Groups["interval"].Value + after)
            : null;
    }

    private static string? After(string text, ReportWords words)
    {
        if (Held().Match(text) is { Success: true } held)
            return words.Say($", {words.Echo(held.Groups["words"].Value)} {Limit(held, words)}") + Difference(held, words);
        if (Broken().Match(text) is { Success: true } broken)
            return words.Say($" is not {broken.Groups["symbol"].Value} {Limit(broken, words)}") + Difference(broken, words);
        if (Straddling().Match(text) is { Success: true } straddling)
            return words.Say($": the interval straddles the limit {Limit(straddling, words)}");
        if (text == ": " + GateWords.NoInterval || text.StartsWith(": no interval: ", StringComparison.Ordinal))
            return words.Say($": {words.Echo(text[2..])}");
        return Open().Match(text) is { Success: true } open
            ? words.Say($" against {Limit(open, words)}") + Difference(open, words)
                + (open.Groups["zero"].Success ? words.Say($": the interval straddles the limit {"0"}") : words.Say($": {words.Echo(GateWords.NoInterval)}"))
            : null;
    }

    // A limit that was measured has its name before the number.
    private static string Limit(Match match, ReportWords words)
    {
        var limit = match.Groups["limit"].Value;
        return Named().Match(limit) is { Success: true } named ? $"{words.Echo(named.Groups["name"].Value)} {named.Groups["number"].Value}" : limit;
    }

    private static string Difference(Match match, ReportWords words) =>
        match.Groups["difference"] is { Success: true, Value: var difference } ? words.Say($"; difference {difference}") : "";

    [GeneratedRegex("^(?<number>" + Number + @")(?<interval> \[[^\]]+\])?(?<after>.*)$", RegexOptions.Singleline)]
    private static partial Regex Seen();

    [GeneratedRegex("^, (?<words>at least|at most|above|below|equal to|other than) " + Limited + "$")]
    private static partial Regex Held();

    [GeneratedRegex("^ is not (?<symbol>[<>=!]=?) " + Limited + "$")]
    private static partial Regex Broken();

    [GeneratedRegex(@"^: the \S+ interval straddles (?<limit>.+)$")]
    private static partial Regex Straddling();

    [GeneratedRegex("^ against " + Limited + ": (?:(?<zero>the interval straddles 0)|this combination has no interval .+)$")]
    private static partial Regex Open();

    [GeneratedRegex("^(?<name>.+) (?<number>" + Number + ")$")]
    private static partial Regex Named();
}
