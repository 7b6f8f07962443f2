using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>The tags of a promotion: the version, unless it is registered, and the stage that holds it.</summary>
internal sealed class PromotionTags(RegistryRepository registry, ArtifactHistory artifact, PromotionOptions options, Candidate candidate, EvaluatedCandidate evaluated, string sha256)
{
    /// <summary>Who has approved.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];

    public string Sha256 => artifact.Find(candidate.StableVersion)?.Tag.Trailers[TagTrailers.Sha256] ?? sha256;

    /// <summary>The tags on a commit, in the order in which they count.</summary>
    public IReadOnlyList<NewTag> On(string commit) =>
        artifact.Find(candidate.StableVersion) is null ? [Version(commit), Stage(commit)] : [Stage(commit)];

    private NewTag Version(string commit) => NewTag.Of(
        new TagName { Artifact = artifact.Artifact, Action = TagAction.Register, Version = candidate.StableVersion },
        commit,
        TagTrailers.Message($"Registering artifact {artifact.Artifact} version v{candidate.StableVersion}", Trailers()),
        NewTag.CommitGuard(artifact.Artifact, commit));

    private NewTag Stage(string commit) => NewTag.Of(
        new TagName { Artifact = artifact.Artifact, Action = TagAction.Assign, Stage = options.Stage, Counter = artifact.NextCounter },
        commit,
        TagTrailers.Message(
            $"Assigning stage {options.Stage} to artifact {artifact.Artifact} version v{candidate.StableVersion}",
            [.. Trailers(), (TagTrailers.Previous, artifact.Current(options.Stage)?.Version)]),
        registry.NextGuard(artifact, options.Stage));

    private IEnumerable<(string, string?)> Trailers() =>
    [
        (TagTrailers.Package, candidate.Package.Manifest.Name),
        (TagTrailers.Version, candidate.StableVersion),
        (TagTrailers.Prerelease, candidate.IsStable ? null : candidate.Version),
        (TagTrailers.Evidence, candidate.Evidence),
        (TagTrailers.Sha256, Sha256),
        .. Data(),
        (TagTrailers.Checks, Checks()),
        (TagTrailers.Actor, options.Origin.Actor),
        (TagTrailers.Run, options.Origin.Run),
        .. Approvers.Select(approver => (TagTrailers.Approved, (string?)approver)),
        (TagTrailers.Reason, options.Reason),
    ];

    // Of thousands of files the first few tell which data it was; the lineage has them all.
    private IEnumerable<(string, string?)> Data()
    {
        const int most = 8;
        var files = candidate.Records.Evidence.Lineage?.Data ?? [];
        var lines = files.Take(most).Select(file => $"{file.Path} sha256:{file.Sha256}");
        return (files.Count > most ? lines.Append($"and {files.Count - most} more files, see lineage.json") : lines).Select(line => (TagTrailers.Data, (string?)line));
    }

    private string Checks()
    {
        var counted = evaluated.Gate.Items.Count(item => item is { Warns: false, IsHeading: false });
        return string.Create(CultureInfo.InvariantCulture, $"{evaluated.Gate.Items.Count(item => item is { Warns: false, IsHeading: false, Verdict: Verdict.Pass })} of {counted} passed");
    }
}
