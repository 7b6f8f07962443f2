using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Rendering;

namespace MlOps.Build.Engine.Packaging;

/// <summary>The checklist with its verdicts, as Markdown: nested as written, with the links that are safe to follow.</summary>
internal static class FilledChecklist
{
    public static string Write(string name, GateSummary gate)
    {
        var text = new StringBuilder();
        text.Append($"# {name}: {gate.Count(Verdict.Pass)} passed, {gate.Count(Verdict.Fail)} failed, {gate.Count(Verdict.Undecided)} undecided");
        text.Append(gate.Warnings() > 0 ? $", {gate.Warnings()} warned\n\n" : "\n\n");
        foreach (var item in gate.Items)
            Write(text, item);
        return text.ToString();
    }

    private static void Write(StringBuilder text, GateItem item)
    {
        text.Append(' ', 2 * item.Depth).Append($"- [{(item.Verdict == Verdict.Pass ? 'x' : ' ')}] {Prose(item)}");
        if (item.Expression is { } expression)
            text.Append(' ').Append(Code(expression));
        text.Append($": **{Word(item)}**, {MarkdownText.Escape(item.Explanation, int.MaxValue)}\n");
    }

    private static string Prose(GateItem item)
    {
        var prose = new StringBuilder();
        var at = 0;
        foreach (var link in item.Links)
        {
            var found = link.Text.Length == 0 ? -1 : item.Text.IndexOf(link.Text, at, StringComparison.Ordinal);
            if (found < 0)
                continue;
            prose.Append(Escape(item.Text[at..found])).Append($"[{Escape(link.Text).Replace("]", "\\]", StringComparison.Ordinal)}](<{link.Target}>)");
            at = found + link.Text.Length;
        }

        return prose.Append(Escape(item.Text[at..])).ToString();
    }

    // Escape trims; the space between prose and link stays.
    private static string Escape(string text)
    {
        var escaped = MarkdownText.Escape(text, int.MaxValue);
        return (text.StartsWith(' ') ? " " : "") + escaped + (text.EndsWith(' ') && escaped.Length > 0 ? " " : "");
    }

    private static string Code(string expression)
    {
        var line = string.Join(' ', expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Contains('`') ? $"`` {line} ``" : $"`{line}`";
    }

    private static string Word(GateItem item) => item switch
    {
        { Applies: false } => "does not apply",
        { Verdict: Verdict.Pass } => "passed",
        { Warns: true } => "warning",
        { Verdict: Verdict.Fail } => "failed",
        _ => "undecided",
    };
}
