using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting;

/// <summary>The verdict in a line.</summary>
internal static class Headline
{
    /// <summary>Such as <c>birdstrikes: not ready, 1 of 5 failed</c>.</summary>
    public static string Of(ModelEvidence model, ReportWords words) =>
        words.Say($"{SafeText.Of(model.Name)}: {Verdict(model.Gate, words)}");

    /// <summary>In English, for the console.</summary>
    public static string Verdict(GateSummary gate) => Verdict(gate, ReportWords.English);

    /// <summary>Such as <c>ready, one sign-off open</c>.</summary>
    public static string Verdict(GateSummary gate, ReportWords words)
    {
        var all = gate.Items.Count(item => !item.IsHeading);
        var warnings = gate.Warnings();
        var failed = gate.Count(Contracts.Verdict.Fail);
        var signOffs = gate.Items.Count(item => item.IsSignOff && item.Verdict == Contracts.Verdict.Undecided);
        var open = gate.Count(Contracts.Verdict.Undecided) - signOffs;
        if (all == 0)
            return words.Say("not judged, the checklist has no items");
        if (failed > 0)
            return words.Say($"not ready, {failed} of {all} failed");
        if (open > 0)
            return words.Say($"undecided, {open} of {all} could not be decided");
        if (signOffs == 0 && warnings > 0)
        {
            return words.Say(
                warnings,
                $"ready, {all - warnings} of {all} passed, {warnings} warns",
                $"ready, {all - warnings} of {all} passed, {warnings} warn");
        }

        return signOffs == 0
            ? words.Say($"ready, {all} of {all} passed")
            : words.Say(signOffs, $"ready, one sign-off open", $"ready, {signOffs} sign-offs open");
    }
}
