using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting;

/// <summary>A judged item cut into the parts that reports set differently.</summary>
/// <param name="Before">What was compared.</param>
/// <param name="Number">The observed value; empty when there is none.</param>
/// <param name="After">Its interval and the limit, or the whole explanation.</param>
internal readonly record struct ItemWords(string Before, string Number, string After)
{
    public static ItemWords Of(GateItem item, ReportWords words)
    {
        if (words.Language != ReportLanguage.English && TranslatedItem.Of(item, words) is { } translated)
            return translated;
        if (item.Subject is not { Length: > 0 } subject || !item.Explanation.StartsWith(subject + " ", StringComparison.Ordinal))
            return new ItemWords("", "", words.Echo(item.Explanation));
        var from = subject.Length + 1;
        var to = from;
        while (to < item.Explanation.Length && (char.IsAsciiLetterOrDigit(item.Explanation[to]) || Inside(item.Explanation, to)))
            to++;
        return new ItemWords(item.Explanation[..from], item.Explanation[from..to], item.Explanation[to..]);
    }

    /// <summary>The items as reports list them: the failed ones first, otherwise in the checklist's order.</summary>
    public static IEnumerable<GateItem> InOrder(GateSummary gate) => gate.Items.OrderBy(item => item is { Verdict: Verdict.Fail, Warns: false, IsHeading: false } ? 0 : 1);

    // A sign, or a point or comma between digits.
    private static bool Inside(string text, int at) =>
        text[at] is '+' or '-' || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));
}
