using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Approvals;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>Holds a promotion against its policy: who acts, who has approved this evidence, who has signed off.</summary>
internal sealed class PolicyJudge(StagePolicy policy, string stage, string actor, Candidate candidate, IReadOnlyList<Approval> approvals)
{
    private readonly string? _builder = candidate.Package.ReadEnvelope()?.Actor;

    /// <summary>Those whose approval of the promotion counts.</summary>
    public IReadOnlyList<string> Approvers => [.. approvals.Where(approval => approval.Item is null && approval.Stage == stage && Counts(approval)).Select(approval => approval.Actor).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>True when the actor may promote to the stage; otherwise an error says who may.</summary>
    public bool MayPromote(DiagnosticBag diagnostics)
    {
        if (policy.Promote is null || Names(policy.Promote, actor))
            return true;
        diagnostics.Error(RegistryCodes.NotPermitted, $"'{actor}' may not promote to '{stage}'; {PromotionPolicy.FileName} names {List(policy.Promote)}. Ask one of them.");
        return false;
    }

    /// <summary>True when enough people have approved; otherwise an error says who is missing.</summary>
    public bool IsApproved(DiagnosticBag diagnostics)
    {
        if (Approvers.Count >= policy.Approvals)
            return true;
        var ignored = approvals.Where(approval => approval.Item is null && approval.Stage == stage && !Counts(approval)).Select(approval => approval.Actor).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        diagnostics.Error(
            RegistryCodes.ApprovalsMissing,
            string.Create(CultureInfo.InvariantCulture, $"'{stage}' wants {policy.Approvals} approvals of evidence {candidate.Evidence[..7]}, and has {Approvers.Count}.")
            + (ignored.Count > 0 ? $" Not counted: {List(ignored)}{(policy.FourEyes ? ", since four eyes are asked for" : "")}." : "")
            + (policy.Approve is { } names ? $" {List(names)} may approve" : " Anybody may approve")
            + $": 'mlops approve' with the package's file and --stage {stage}.");
        return false;
    }

    /// <summary>The checklist with the sign-offs that were given for this evidence.</summary>
    public GateSummary Sign(GateSummary gate) => gate with { Items = [.. gate.Items.Select(Sign)] };

    private GateItem Sign(GateItem item)
    {
        if (!item.IsSignOff)
            return item;
        if (approvals.FirstOrDefault(approval => approval.Item == TagTrailers.OneLine(item.Text) && (approval.Stage is null || approval.Stage == stage) && Counts(approval)) is not { } given)
        {
            // A tick in the file says nothing of which evidence was read.
            return item with { Verdict = Verdict.Undecided, Explanation = $"not signed off for evidence {candidate.Evidence[..7]}" };
        }

        return item with { Verdict = Verdict.Pass, Explanation = $"signed off by {given.Actor}", Needed = null };
    }

    private bool Counts(Approval approval) =>
        (policy.Approve is null || Names(policy.Approve, approval.Actor))
        && (!policy.FourEyes || !(Same(approval.Actor, actor) || (_builder is not null && Same(approval.Actor, _builder))));

    private static bool Names(IReadOnlyList<string> names, string name) => names.Any(known => Same(known, name));

    // As on GitHub, where names are not told apart by case.
    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "nobody" : string.Join(", ", names);
}
