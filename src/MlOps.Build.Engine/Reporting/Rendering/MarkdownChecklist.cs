using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Rendering;

/// <summary>Writes the filled checklist as a task list.</summary>
internal static class MarkdownChecklist
{
    /// <summary>Items shown; failed ones come first, so none of them hides behind passed ones.</summary>
    public const int MostItems = 100;

    public static void Write(StringBuilder text, GateSummary gate)
    {
        var items = ItemWords.InOrder(gate).ToList();
        foreach (var item in items.Take(MostItems))
            text.Append(Line(item)).Append('\n');
        if (items.Count > MostItems)
            text.Append($"\nAnd {items.Count - MostItems} more, of them {items.Skip(MostItems).Count(IsFailed)} failed.\n");
        text.Append('\n');
    }

    private static string Line(GateItem item)
    {
        var words = ItemWords.Of(item);
        var number = words.Number.Length == 0 ? "" : $"**{MarkdownText.Escape(words.Number)}**";
        var before = words.Before.Length == 0 ? "" : MarkdownText.Escape(words.Before) + " ";
        var after = MarkdownText.Escape(words.After, 300);
        var gap = words.After.StartsWith(' ') ? " " : "";
        var box = item.Verdict == Verdict.Pass ? 'x' : ' ';
        return $"- [{box}] {Prefix(item)}{MarkdownText.Escape(item.Text)}: {before}{number}{gap}{after}";
    }

    private static bool IsFailed(GateItem item) => item is { Verdict: Verdict.Fail, Warns: false, IsHeading: false };

    private static string Prefix(GateItem item) => item switch
    {
        { IsHeading: true } => "",
        { Warns: true, Verdict: not Verdict.Pass } => "**Warning:** ",
        { Verdict: Verdict.Fail } => "**Failed:** ",
        { Verdict: Verdict.Undecided, IsSignOff: false } => "**Undecided:** ",
        _ => "",
    };
}
