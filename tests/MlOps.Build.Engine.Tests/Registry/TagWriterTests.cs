using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Tests.Registry;

public sealed class TagWriterTests : IDisposable
{
    private readonly GitFolder _git = new();

    public void Dispose() => _git.Dispose();

    [Fact]
    public void Tags_are_annotated_and_their_trailers_are_read_by_git_itself()
    {
        var message = TagTrailers.Message("Registering", [("Package", "Model"), ("Reason", "better\nVersion: 9.9.9"), ("Run", null)]);
        Write(Version("1.0.0", _git.Git("rev-parse", "HEAD"), message)).ShouldBe(TagWriting.Written);
        _git.Git("cat-file", "-t", "model@v1.0.0").ShouldBe("tag");
        _git.Git("for-each-ref", "--format=%(contents:trailers:key=Reason,valueonly)", "refs/tags").Trim().ShouldBe("better Version: 9.9.9");
        _git.Git("for-each-ref", "--format=%(contents:trailers:key=Version)", "refs/tags").Trim().ShouldBeEmpty();
        _git.Git("fsck", "--strict").ShouldNotContain("error");
        var tag = _git.History().Versions.ShouldHaveSingleItem().Tag;
        (tag.Tagger, tag.Trailers["package"], tag.Trailers["Reason"]).ShouldBe(("Release", "Model", "better Version: 9.9.9"));
    }

    [Fact]
    public void Of_several_tags_all_are_written_or_none()
    {
        var head = _git.Git("rev-parse", "HEAD");
        Write(Stage("production", 1, 1, head)).ShouldBe(TagWriting.Written);
        Write(Version("1.0.0", head, "m"), Stage("production", 2, 1, head)).ShouldBe(TagWriting.Overtaken);
        _git.TagNames().ShouldBe(["model#production#1"]);
    }

    [Fact]
    public void Of_two_repositories_the_one_that_reaches_the_remote_first_wins_and_the_other_is_told_so()
    {
        var remote = _git.AddRemote();
        using var other = new GitFolder();
        other.Git("remote", "add", "origin", remote);
        other.Git("fetch", "--quiet", "origin");
        var head = _git.Git("rev-parse", "HEAD");
        Write(Version("1.0.0", head, "m"), Stage("production", 1, 1, head)).ShouldBe(TagWriting.Written);
        var diagnostics = new DiagnosticBag();
        // The other one has counted with a promotion to another stage in mind; the number of the change tells.
        new TagWriter(other.Repository, "origin", diagnostics).Write([Version("1.1.0", head, "m"), Stage("production", 2, 1, head)]).ShouldBe(TagWriting.Overtaken);
        diagnostics.ShouldHaveSingleItem().Message.ShouldContain("somebody else was faster");
        other.TagNames().ShouldBeEmpty();
        _git.Git("ls-remote", "--tags", "--refs", "origin").Split('\n').Length.ShouldBe(2);
        other.Open().Fetch(diagnostics).ShouldBeTrue();
        other.TagNames().ShouldBe(["model#production#1", "model@v1.0.0"]);
    }

    [Fact]
    public void A_remote_that_does_not_answer_leaves_nothing_and_says_that_nobody_knows()
    {
        var remote = _git.AddRemote();
        Directory.Delete(remote, recursive: true);
        var diagnostics = new DiagnosticBag();
        new TagWriter(_git.Repository, "origin", diagnostics).Write([Version("1.0.0", _git.Git("rev-parse", "HEAD"), "m")]).ShouldBe(TagWriting.Unknown);
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.NotWritten);
        _git.TagNames().ShouldBeEmpty();
    }

    [Fact]
    public void A_hook_that_refuses_is_quoted_and_nothing_is_there()
    {
        var hook = Path.Combine(_git.AddRemote(), "hooks", "pre-receive");
        File.WriteAllText(hook, "#!/bin/sh\necho 'tags are frozen until Monday' >&2\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var diagnostics = new DiagnosticBag();
        new TagWriter(_git.Repository, "origin", diagnostics).Write([Version("1.0.0", _git.Git("rev-parse", "HEAD"), "m")]).ShouldBe(TagWriting.Failed);
        diagnostics.ShouldHaveSingleItem().Message.ShouldContain("tags are frozen until Monday");
        _git.TagNames().ShouldBeEmpty();
    }

    [Fact]
    public void Many_writers_at_once_lose_no_tag_and_each_change_of_a_stage_has_one_winner()
    {
        var head = _git.Git("rev-parse", "HEAD");
        const int changes = 10, writers = 20;
        var results = new TagWriting[changes * writers];
        // Each writer has counted another number, as if other stages had been changed in between.
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            results[i] = new TagWriter(_git.Repository, null, []).Write([Stage("production", 1000 + i, (i % changes) + 1, head)]));
        results.ShouldAllBe(result => result == TagWriting.Written || result == TagWriting.Overtaken);
        results.Count(result => result == TagWriting.Written).ShouldBe(changes);
        _git.TagNames().Length.ShouldBe(changes);
        _git.Git("for-each-ref", "refs/mlops/stages").Split('\n').Length.ShouldBe(changes);
    }

    [Fact]
    public void Passwords_in_the_addresses_of_remotes_are_not_shown()
    {
        _git.Git("remote", "add", "origin", "https://user:hunter2@127.0.0.1:1/models.git");
        var diagnostics = new DiagnosticBag();
        _git.Open().Fetch(diagnostics).ShouldBeFalse();
        diagnostics.ShouldHaveSingleItem().Message.ShouldNotContain("hunter2");
    }

    private TagWriting Write(params NewTag[] tags) => new TagWriter(_git.Repository, _git.Git("remote").Length > 0 ? "origin" : null, []).Write(tags);

    private static NewTag Version(string version, string commit, string message) => NewTag.Of(
        new TagName { Artifact = "model", Action = TagAction.Register, Version = version }, commit, message, NewTag.CommitGuard("model", commit + version));

    private static NewTag Stage(string stage, long counter, int change, string commit) => NewTag.Of(
        new TagName { Artifact = "model", Action = TagAction.Assign, Stage = stage, Counter = counter }, commit, "m", NewTag.StageGuards("model", stage) + change.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
