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
        if (git.Root() is not { } root)
        {
            var reason = git.Run(["--version"]).Succeeded ? "the folder is in no git repository" : "git could not be started";
            diagnostics.Error(
                RegistryCodes.NoRepository,
                $"{reason}, and the registry lives in git's tags. Run the command in the repository of the models, or name it with --repository.",
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
        var outcome = Git.Run(["fetch", "--quiet", "--no-write-fetch-head", Remote, "refs/tags/*:refs/tags/*", "refs/mlops/*:refs/mlops/*"]);
        if (!outcome.Succeeded)
            diagnostics.Error(RegistryCodes.NotWritten, $"the tags of '{Remote}' cannot be fetched: {outcome.Reason.TrimEnd('.')}. Mend that, or work on this repository alone with --no-push.");
        return outcome.Succeeded;
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

    /// <summary>Writes tags, all or none.</summary>
    public TagWriting Write(IReadOnlyList<NewTag> tags, DiagnosticBag diagnostics) => new TagWriter(Git, Remote, diagnostics).Write(tags);
}
