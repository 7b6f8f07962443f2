using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;

namespace MlOps.Build.Engine.Reporting;

/// <summary>The verdict in a line.</summary>
internal static class Headline
{
    /// <summary>Such as <c>birdstrikes: not ready, 1 of 5 failed</c>.</summary>
    public static string Of(ModelEvidence model) => $"{SafeText.Of(model.Name)}: {Verdict(model.Gate)}";

    /// <summary>Such as <c>ready, one sign-off open</c>.</summary>
    public static string Verdict(GateSummary gate)
    {
        var all = gate.Items.Count(item => !item.IsHeading);
        var warnings = gate.Warnings();
        var failed = gate.Count(Contracts.Verdict.Fail);
        var signOffs = gate.Items.Count(item => item.IsSignOff && item.Verdict == Contracts.Verdict.Undecided);
        var open = gate.Count(Contracts.Verdict.Undecided) - signOffs;
        if (all == 0)
            return "not judged, the checklist has no items";
        if (failed > 0)
            return $"not ready, {Count(failed)} of {Count(all)} failed";
        if (open > 0)
            return $"undecided, {Count(open)} of {Count(all)} could not be decided";
        return signOffs switch
        {
            0 when warnings > 0 => $"ready, {Count(all - warnings)} of {Count(all)} passed, {Count(warnings)} {(warnings == 1 ? "warns" : "warn")}",
            0 => $"ready, {Count(all)} of {Count(all)} passed",
            1 => "ready, one sign-off open",
            _ => $"ready, {Count(signOffs)} sign-offs open",
        };
    }

    private static string Count(int count) => NumberText.Count(count);
}
