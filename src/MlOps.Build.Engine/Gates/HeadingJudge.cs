using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates;

/// <summary>Gives each heading the worst verdict of the items directly below it that count, and their numbers in words.</summary>
internal static class HeadingJudge
{
    public static void Fill(IReadOnlyList<ChecklistItem> written, List<GateItem> judged)
    {
        var below = Enumerable.Range(0, written.Count).Where(i => written[i].Parent is not null).ToLookup(i => written[i].Parent!.Value);
        // From the last to the first, since a heading may stand below a heading.
        for (var i = written.Count - 1; i >= 0; i--)
        {
            if (judged[i].IsHeading)
                judged[i] = Sum(judged[i], [.. below[i].Select(child => judged[child])]);
        }
    }

    private static GateItem Sum(GateItem heading, List<GateItem> children)
    {
        var counting = children.Where(child => !child.Warns).Select(child => child.Verdict).ToList();
        var words = new List<string> { $"{Count(children, Verdict.Pass)} of {NumberText.Count(children.Count)} below passed" };
        if (Count(children, Verdict.Fail) is not "0" and { } failed)
            words.Add($"{failed} failed");
        if (Count(children, Verdict.Undecided) is not "0" and { } undecided)
            words.Add($"{undecided} undecided");
        return heading with { Verdict = counting.DefaultIfEmpty(Verdict.Pass).Max(), Explanation = string.Join(", ", words) };
    }

    private static string Count(List<GateItem> items, Verdict verdict) => NumberText.Count(items.Count(item => item.Verdict == verdict));
}
