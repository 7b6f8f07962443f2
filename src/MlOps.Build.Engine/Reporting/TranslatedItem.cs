using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting;

/// <summary>
/// An item's explanation in the report's language, from its numbers; <c>gate.json</c> itself speaks English, as diagnostics do.
/// </summary>
internal static partial class TranslatedItem
{
    /// <summary>Null when nothing was measured.</summary>
    public static ItemWords? Of(GateItem item, ReportWords words)
    {
        if (item is not { Applies: true, Unit: null, Observed: { } value, Limit: { } limit, Subject: { Length: > 0 } subject, Comparison: { } symbol })
            return null;
        var decimals = NumberText.DecimalsApart(value, limit);
        var signed = subject.Contains(" minus ", StringComparison.Ordinal);
        var text = Limit(item) ?? words.Number(limit, decimals);
        return new ItemWords(
            words.Echo(subject) + " ",
            signed ? words.Signed(value, decimals) : words.Number(value, decimals),
            Interval(item, signed, decimals, words) + After(item.Verdict, symbol, text, item.Low is not null, words));
    }

    private static string Interval(GateItem item, bool signed, int decimals, ReportWords words)
    {
        if (item is not { Low: { } low, High: { } high })
            return "";
        return signed
            ? $" [{words.Signed(low, decimals)}, {words.Signed(high, decimals)}]"
            : $" [{words.Number(low, decimals)}, {words.Number(high, decimals)}]";
    }

    private static string After(Verdict verdict, string symbol, string limit, bool hasInterval, ReportWords words) => verdict switch
    {
        Verdict.Pass => words.Say($", {Words(symbol, words)} {limit}"),
        Verdict.Fail => words.Say($" is not {symbol} {limit}"),
        _ when hasInterval => words.Say($": the interval straddles the limit {limit}"),
        _ => words.Say($": there is no interval to compare with {limit}"),
    };

    private static string Words(string symbol, ReportWords words) => words.Say(symbol switch
    {
        ">=" => "at least",
        "<=" => "at most",
        ">" => "above",
        "<" => "below",
        "==" => "equal to",
        _ => "other than",
    });

    // The limit as the checklist writes it, where it is a number alone.
    private static string? Limit(GateItem item) =>
        item.Expression is { } expression && Constant().Match(expression) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?:>=|<=|>|<|==|!=)\s*(-?[0-9][0-9.]*)\s*(?:$|@|when\b)")]
    private static partial Regex Constant();
}
