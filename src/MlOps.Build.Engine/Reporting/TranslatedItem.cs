using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting;

/// <summary>An item's explanation in the report's language; <c>gate.json</c> itself speaks English, as diagnostics do.</summary>
internal static class TranslatedItem
{
    /// <summary>Null when nothing was measured, or its words are none that a comparison is put into.</summary>
    public static ItemWords? Of(GateItem item, ReportWords words)
    {
        if (!item.Applies)
            return null;
        if (item.Comparisons.Count > 0)
            return Several(item, words) is { } said ? new ItemWords("", "", said) : null;
        return TranslatedComparison.Of(item.Subject, item.Explanation, words);
    }

    // The explanation is that of the comparisons in their order, with the words that join them.
    private static string? Several(GateItem item, ReportWords words)
    {
        var (said, rest) = ("", item.Explanation);
        foreach (var comparison in item.Comparisons)
        {
            var all = rest.StartsWith(And, StringComparison.Ordinal);
            var joint = said.Length == 0 ? "" : all ? And : Or;
            if (!rest.StartsWith(joint + comparison.Explanation, StringComparison.Ordinal))
                return null;
            rest = rest[(joint.Length + comparison.Explanation.Length)..];
            var part = One(comparison, words);
            said = said.Length == 0 ? part : all ? words.Say($"{said}; and {part}") : words.Say($"{said}; or {part}");
        }

        return rest.Length == 0 ? said : null;
    }

    private const string And = "; and ";
    private const string Or = "; or ";

    private static string One(GateComparison comparison, ReportWords words) =>
        TranslatedComparison.Of(comparison.Subject, comparison.Explanation, words) is { } seen
            ? seen.Before + seen.Number + seen.After
            : words.Echo(comparison.Explanation);
}
