using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Approvals;

/// <summary>
/// Approvals as tag objects below <c>refs/mlops/approvals</c>: append-only, dated and signed with a name by git, bound to an evidence digest, so that
/// they hold for a re-labelled package and not for another model. GTO does not see them.
/// </summary>
internal sealed class ApprovalStore(RegistryRepository registry, string artifact)
{
    private const string StageKey = "Stage";
    private const string ItemKey = "Item";

    /// <summary>What was approved of an evidence.</summary>
    public IReadOnlyList<Approval> Read(string evidence) =>
    [
        .. TagReader.Messages(registry.Git, Folder(evidence))
            // The folder says it too, but anybody may put anything there.
            .Where(tag => tag.Trailers[TagTrailers.Evidence] == evidence)
            .Select(tag => new Approval(tag.Trailers[TagTrailers.Actor] ?? tag.Tagger, tag.Trailers[StageKey], tag.Trailers[ItemKey], tag.Time)),
    ];

    /// <summary>Adds one; the same again changes nothing.</summary>
    /// <returns>True when it is there; otherwise an error says why not.</returns>
    public bool Add(string evidence, Approval approval, string commit, string? reason, string? run, DiagnosticBag diagnostics)
    {
        if (Read(evidence).Any(known => known.Actor == approval.Actor && known.Stage == approval.Stage && known.Item == (approval.Item is null ? null : TagTrailers.OneLine(approval.Item))))
            return true;
        var what = approval.Item is null ? $"evidence {evidence[..7]} for {approval.Stage}" : $"\"{approval.Item}\" of evidence {evidence[..7]}";
        var message = TagTrailers.Message($"Approving {what}",
        [
            (TagTrailers.Evidence, evidence),
            (StageKey, approval.Stage),
            (ItemKey, approval.Item),
            (TagTrailers.Actor, approval.Actor),
            (TagTrailers.Run, run),
            (TagTrailers.Reason, reason),
        ]);
        var name = ContentHash.OfText($"{approval.Actor}\n{approval.Stage}\n{approval.Item}")[..16];
        return registry.Write([new NewTag("approval-" + name, commit, message, [$"{Folder(evidence)}/{name}"])], new ArtifactHistory(artifact, []), diagnostics) == TagWriting.Written;
    }

    private string Folder(string evidence) => $"refs/mlops/approvals/{NewTag.Escape(artifact)}/{evidence}";
}
