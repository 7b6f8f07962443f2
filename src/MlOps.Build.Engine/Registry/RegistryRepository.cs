using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Registry.Git;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry;

/// <summary>The registry in a git repository: annotated tags, read and written.</summary>
internal sealed class RegistryRepository
{
    /// <summary>The remote that is meant when none is named.</summary>
    public const string DefaultRemote = "origin";

    private RegistryRepository(GitRepository git, string root, GtoConfig config)
    {
        Git = git;
        Root = root;
        Config = config;
    }

    public GitRepository Git { get; }

    /// <summary>The root of the working tree.</summary>
    public string Root { get; }

    public GtoConfig Config { get; }

    /// <summary>The remote that holds the registry; null when the registry is this repository alone.</summary>
    public string? Remote { get; private init; }

    /// <summary>The registry of the repository that a folder lies in; null, with an error, when there is none.</summary>
    /// <param name="folder">A folder.</param>
    /// <param name="remote">The remote; null is <see cref="DefaultRemote"/> if there is one, empty is none.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="diagnostics">Takes errors.</param>
    public static RegistryRepository? Open(string folder, string? remote, Func<string, string?> variable, DiagnosticBag diagnostics)
    {
        var git = new GitRepository(folder, variable);
        var found = Directory.Exists(folder) ? git.Root() : new GitOutcome(GitOutcome.NoGit, "", "the folder does not exist");
        if (found is not { Succeeded: true, Text: { Length: > 0 } root })
        {
            diagnostics.Error(
                RegistryCodes.NoRepository,
                $"{(found.Succeeded ? "the repository has no working tree" : found.Reason.TrimEnd('.'))}; the registry lives in git's tags. Run the command in the repository of the models, or name it with --repository.",
                new SourcePosition(folder));
            return null;
        }

        if (GtoConfig.Read(root, diagnostics) is not { } config)
            return null;
        var known = git.Run(["remote"]).Text.Split('\n');
        if (remote is { Length: > 0 } && !known.Contains(remote))
        {
            diagnostics.Error(RegistryCodes.NoRepository, $"the repository has no remote '{remote}'. Name one of 'git remote', or none with --no-push.", new SourcePosition(root));
            return null;
        }

        var chosen = remote ?? (known.Contains(DefaultRemote) ? DefaultRemote : "");
        return new RegistryRepository(git, root, config) { Remote = chosen.Length > 0 ? chosen : null };
    }

    /// <summary>Takes the remote's tags over; false, with an error, when it does not answer or disagrees with tags of this repository.</summary>
    public bool Fetch(DiagnosticBag diagnostics)
    {
        if (Remote is null)
            return true;
        // Never pruned, whatever is configured: tags that were made without the remote are not lost.
        var outcome = Git.Run(["fetch", "--no-prune", "--no-write-fetch-head", Remote, "refs/tags/*:refs/tags/*", "refs/mlops/*:refs/mlops/*"]);
        if (outcome.Succeeded || FetchAnswer.OnlyForeignTagsDiffer(outcome.Errors))
            return true;
        diagnostics.Error(RegistryCodes.NotWritten, $"the tags of '{Remote}' cannot be fetched: {outcome.Reason.TrimEnd('.')}. Mend that, or work on this repository alone with --no-push.");
        return false;
    }

    /// <summary>Who acts: as the CI system says, else as git says; null, with an error, when neither does.</summary>
    public string? Actor(BuildOrigin origin, DiagnosticBag diagnostics) =>
        origin.Actor ?? TagWriter.Identity(Git, diagnostics)?.Split(" <", 2)[0];

    /// <summary>What the tags of this repository say; null, with an error, when git cannot read them.</summary>
    public RegistryHistory? Read(DiagnosticBag diagnostics)
    {
        if (TagReader.Read(Git, out var failure) is { } tags)
            return new RegistryHistory(tags);
        diagnostics.Error(RegistryCodes.NoRepository, $"git cannot list the tags: {failure?.TrimEnd('.')}. Mend the repository.", new SourcePosition(Root));
        return null;
    }

    /// <summary>
    /// The guard of a stage's next change. Guards count as well as tags: one may be left of a tag that was removed.
    /// </summary>
    public string NextGuard(ArtifactHistory artifact, string stage)
    {
        var folder = NewTag.StageGuards(artifact.Artifact, stage);
        var guards = Git.Run(["for-each-ref", "--format=%(refname)", folder]).Text.Split('\n')
            .Select(name => int.TryParse(name[(name.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        return FormattableString.Invariant($"{folder}{Math.Max(artifact.Changes(stage), guards.Max()) + 1}");
    }

    /// <summary>Writes tags, all or none; none of them is dated before what the artifact has.</summary>
    public TagWriting Write(IReadOnlyList<NewTag> tags, ArtifactHistory artifact, DiagnosticBag diagnostics) =>
        new TagWriter(Git, Remote, diagnostics) { NotBefore = artifact.Tags.Count == 0 ? null : artifact.Tags[^1].Time }.Write(tags);
}
