using System.Xml.Linq;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.JUnit;

/// <summary>The judged checklist: a failed item is a failure, an undecided one is skipped, one that only warns passes and says so.</summary>
internal static class JUnitChecklist
{
    private const int LongestText = 400;

    public static XElement Suite(ModelEvidence model, bool undecidedFails)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return JUnitReport.Suite(model, "checklist", [.. model.Gate.Items.Where(item => !item.IsHeading).Select(item => Case(item, seen, undecidedFails))]);
    }

    private static XElement Case(GateItem item, HashSet<string> seen, bool undecidedFails) => new(
        "testcase",
        new XAttribute("name", Name(item, seen)),
        new XAttribute("time", "0"),
        item switch
        {
            { Verdict: Verdict.Pass } or { Warns: true } => Remark(item),
            { Verdict: Verdict.Fail } => Failure(item, GateCodes.Failed),
            _ when undecidedFails => Failure(item, GateCodes.Undecided),
            _ => new XElement("skipped", new XAttribute("message", $"undecided: {Explanation(item)}")),
        });

    private static XElement Failure(GateItem item, string code)
    {
        var expression = item.Expression is { } text ? $"\n{SafeText.Of(text, LongestText)}" : "";
        return new XElement(
            "failure",
            new XAttribute("message", Explanation(item)),
            new XAttribute("type", code),
            $"{SafeText.Of(item.Position.ToString(), LongestText)}: {code}: {Explanation(item)}{expression}");
    }

    private static XElement Remark(GateItem item) =>
        new("system-out", item.Verdict == Verdict.Pass ? Explanation(item) : $"only warns: {Explanation(item)}");

    private static string Explanation(GateItem item) => SafeText.Of(item.Explanation, LongestText);

    // Viewers take tests of one name for runs of the same.
    private static string Name(GateItem item, HashSet<string> seen)
    {
        var name = SafeText.Of(item.Text, LongestText);
        for (var i = 2; !seen.Add(name); i++)
            name = $"{SafeText.Of(item.Text, LongestText)} ({i})";
        return name;
    }
}
