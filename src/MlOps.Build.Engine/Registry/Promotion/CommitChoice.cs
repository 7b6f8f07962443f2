using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>The commit that a version is registered on: the one that its package was built from.</summary>
internal sealed class CommitChoice(RegistryRepository registry, ArtifactHistory artifact, PromotionOptions options, DiagnosticBag diagnostics)
{
    /// <summary>The commit; null, with an error, when there is none or it has another version.</summary>
    public string? Of(Candidate candidate)
    {
        if (artifact.Versions.LastOrDefault(version => version.Version == candidate.StableVersion) is { } known)
            return IsSame(known, candidate) ? known.Tag.Commit : null;
        var named = candidate.Package.ReadEnvelope()?.Commit;
        var wanted = named ?? options.Commit ?? "HEAD";
        if (registry.Git.Commit(wanted) is not { } commit)
        {
            diagnostics.Error(
                RegistryCodes.CommitUnknown,
                named is null ? $"'{wanted}' is no commit of this repository. Name one with --commit."
                    : $"the package was built from commit {named}, which this repository does not have. Fetch it, or run the command in the repository that it was built in.",
                new SourcePosition(registry.Root));
            return null;
        }

        if (artifact.Versions.FirstOrDefault(version => version.Tag.Commit == commit) is not { } other)
            return commit;
        diagnostics.Error(
            RegistryCodes.SecondVersion,
            $"commit {commit[..7]} is {artifact.Artifact} {other.Version} already{(other.Withdrawn is null ? "" : ", which was withdrawn")}, and a commit has one version, since that is how GTO tells what a stage holds. Commit what changed and build again.");
        return null;
    }

    private bool IsSame(RegisteredVersion known, Candidate candidate)
    {
        if (known.Withdrawn is not null)
        {
            diagnostics.Error(RegistryCodes.VersionTaken, $"{artifact.Artifact} {known.Version} was withdrawn by {known.Withdrawn.Name}, and a version never comes back. Build this model under a higher version.");
            return false;
        }

        if (known.Tag.Trailers[TagTrailers.Evidence] == candidate.Evidence)
            return true;
        diagnostics.Error(
            RegistryCodes.VersionTaken,
            $"{artifact.Artifact} {known.Version} was registered with other evidence ({known.Tag.Trailers[TagTrailers.Evidence]?[..7] ?? "none"}, this one is {candidate.Evidence[..7]}), and a version never changes. Build this model under a higher version.");
        return false;
    }
}
