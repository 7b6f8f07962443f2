using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Git;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Tests.Registry;

/// <summary>A real git repository of the test's own, with an identity and a clock of its own.</summary>
internal sealed class GitFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlops-git-").FullName;

    public GitFolder()
    {
        At("2026-03-01T08:00:00Z");
        Git("init", "--quiet", "--initial-branch=main");
        Git("config", "user.name", "Release");
        Git("config", "user.email", "release@example.org");
        Commit();
    }

    public string Root => _root;

    public GitRepository Repository => new(_root, name => name is "GIT_COMMITTER_DATE" or "GIT_AUTHOR_DATE" ? Now : null);

    public string Now { get; private set; } = "";

    public void At(string moment) => Now = moment;

    public string Git(params string[] arguments)
    {
        var outcome = Repository.Run(arguments);
        outcome.Succeeded.ShouldBeTrue(outcome.Errors);
        return outcome.Text;
    }

    public string Commit()
    {
        Git("commit", "--quiet", "--allow-empty", "--date", Now, "-m", "Change");
        return Git("rev-parse", "HEAD");
    }

    /// <summary>An annotated tag as GTO makes it: a name and a message, nothing else.</summary>
    public void Tag(string name, string commit = "HEAD", string? message = null) => Git("tag", "--annotate", "-m", message ?? name, name, commit);

    /// <summary>A bare repository that this one calls <c>origin</c>.</summary>
    public string AddRemote()
    {
        var remote = Path.Combine(_root, "remote.git");
        Git("init", "--quiet", "--bare", remote);
        Git("remote", "add", "origin", remote);
        Git("push", "--quiet", "origin", "main");
        return remote;
    }

    public RegistryRepository Open(string? remote = null)
    {
        var diagnostics = new DiagnosticBag();
        var opened = RegistryRepository.Open(_root, remote, name => Repository is not null && name is "GIT_COMMITTER_DATE" or "GIT_AUTHOR_DATE" ? Now : null, diagnostics);
        diagnostics.ShouldBeEmpty();
        return opened.ShouldNotBeNull();
    }

    public ArtifactHistory History(string artifact = "model") => new RegistryHistory(TagReader.Read(Repository, out _).ShouldNotBeNull()).Of(artifact);

    public string[] TagNames() => Git("tag", "--list").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
