using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Rollback;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Tests.Registry;

/// <summary>The repository that GTO was asked about in <c>Expected/ours.json</c>: promotions and rollbacks as the kit writes them.</summary>
public sealed class TagsForGtoTests : IDisposable
{
    private readonly GitFolder _git = new();
    private int _hour;

    public void Dispose() => _git.Dispose();

    [Fact]
    public void The_tags_that_GTO_has_read_are_those_that_are_written()
    {
        Promote("birdstrikes", "staging", "1.0.0");
        Promote("birdstrikes", "production", "1.0.0");
        Promote("birdstrikes", "production", "1.1.0");
        Promote("eu/prices_2", "shadow", "0.1.0-rc.1");
        Promote("birdstrikes", "production", "1.2.0");
        Rollback("birdstrikes", "production", "größer als \"erlaubt\"\n\nVersion: 9.9.9");
        Rollback("birdstrikes", "production", "Zeit");
        Promote("birdstrikes", "staging", "1.2.0");
        Promote("models/vision:cats", "production", "2.0.0+build.7");
        Promote("eu/prices_2", "shadow", "0.1.0");
        _git.Git("fsck", "--strict").ShouldNotContain("error");
        using var read = new GitFolder();
        read.Repository.Run(["fast-import", "--quiet"], File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Registry", "Expected", "ours.fast-export"))).Succeeded.ShouldBeTrue();
        _git.Git("for-each-ref", "refs/tags").ShouldBe(read.Git("for-each-ref", "refs/tags"));
    }

    // As a promotion does it: a version is registered on a commit of its own, in the second in which the stage takes it.
    private void Promote(string name, string stage, string version)
    {
        Tick();
        var artifact = _git.History(name);
        var known = artifact.Find(version);
        var commit = known?.Tag.Commit ?? _git.Commit();
        var assigned = Tag(artifact, TagAction.Assign, stage, version, commit);
        IReadOnlyList<NewTag> tags = known is null ? [Tag(artifact, TagAction.Register, null, version, commit), assigned] : [assigned];
        _git.Open().Write(tags, artifact, []).ShouldBe(TagWriting.Written);
    }

    private void Rollback(string artifact, string stage, string reason)
    {
        Tick();
        StageRollback.Run(_git.Open(), new RollbackOptions { Artifact = artifact, Stage = stage, Reason = reason, Actor = "release-bot", Run = "812" }, []).ShouldNotBeNull();
    }

    private void Tick() => _git.At($"2026-03-02T{_hour++:00}:00:00Z");

    private static NewTag Tag(ArtifactHistory artifact, TagAction action, string? stage, string version, string commit)
    {
        var name = new TagName { Artifact = artifact.Artifact, Action = action, Stage = stage, Version = stage is null ? version : null, Counter = stage is null ? null : artifact.NextCounter };
        var message = TagTrailers.Message(
            stage is null ? $"Registering artifact {artifact.Artifact} version v{version}" : $"Assigning stage {stage} to artifact {artifact.Artifact} version v{version}",
            [(TagTrailers.Package, "Model"), (TagTrailers.Version, version), (TagTrailers.Checks, "7 of 7 passed"), (TagTrailers.Approved, "ana")]);
        return NewTag.Of(name, commit, message, stage is null ? NewTag.CommitGuard(artifact.Artifact, commit) : $"{NewTag.StageGuards(artifact.Artifact, stage)}{artifact.Changes(stage) + 1}");
    }
}
