using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>Writes the filled checklist as a task list.</summary>
internal static class MarkdownChecklist
{
    /// <summary>Items shown; failed ones come first, so none of them hides behind passed ones.</summary>
    public const int MostItems = 100;

    public static void Write(StringBuilder text, GateSummary gate, ReportWords words)
    {
        var items = ItemWords.InOrder(gate).ToList();
        foreach (var item in items.Take(MostItems))
            text.Append(Line(item, words)).Append('\n');
        if (items.Count > MostItems)
            text.Append('\n').Append(words.Say($"And {items.Count - MostItems} more, of them {items.Skip(MostItems).Count(IsFailed)} failed.")).Append('\n');
        text.Append('\n');
    }

    private static string Line(GateItem item, ReportWords words)
    {
        var seen = ItemWords.Of(item, words);
        var number = seen.Number.Length == 0 ? "" : $"**{MarkdownText.Escape(seen.Number)}**";
        var before = seen.Before.Length == 0 ? "" : MarkdownText.Escape(seen.Before) + " ";
        var after = MarkdownText.Escape(seen.After, 300);
        var gap = seen.After.StartsWith(' ') ? " " : "";
        var box = item.Verdict == Verdict.Pass ? 'x' : ' ';
        return $"- [{box}] {Prefix(item, words)}{MarkdownText.Escape(item.Text)}: {before}{number}{gap}{after}";
    }

    private static bool IsFailed(GateItem item) => item is { Verdict: Verdict.Fail, Warns: false, IsHeading: false };

    private static string Prefix(GateItem item, ReportWords words) => item switch
    {
        { IsHeading: true } => "",
        { Warns: true, Verdict: not Verdict.Pass } => $"**{words.Say("Warning:")}** ",
        { Verdict: Verdict.Fail } => $"**{words.Say("Failed:")}** ",
        { Verdict: Verdict.Undecided, IsSignOff: false } => $"**{words.Say("Undecided:")}** ",
        _ => "",
    };
}
