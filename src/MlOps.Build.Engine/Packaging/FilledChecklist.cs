using System.Text;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging;

/// <summary>The checklist with its verdicts, as Markdown.</summary>
internal static class FilledChecklist
{
    public static string Write(string name, GateSummary gate)
    {
        var text = new StringBuilder();
        text.Append($"# {name}: {gate.Count(Verdict.Pass)} passed, {gate.Count(Verdict.Fail)} failed, {gate.Count(Verdict.Undecided)} undecided\n\n");
        foreach (var item in gate.Items)
        {
            var expression = item.Expression is null ? "" : $" `{item.Expression}`";
            text.Append($"- [{(item.Verdict == Verdict.Pass ? 'x' : ' ')}] {item.Text}{expression}: **{Word(item.Verdict)}**, {item.Explanation}\n");
        }

        return text.ToString();
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "passed",
        Verdict.Fail => "failed",
        _ => "undecided",
    };
}
