using System.IO.Compression;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Engine.Registry.Promotion;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Tests.Registry;

/// <summary>The last steps of a promotion, broken one after the other: a real repository, a real folder.</summary>
public sealed class PublicationTests : IDisposable
{
    private readonly GitFolder _git = new();
    private readonly DiagnosticBag _diagnostics = [];
    private readonly BreakingFeed _feed;

    public PublicationTests() => _feed = new BreakingFeed(new FolderFeed(Directory.CreateDirectory(At("feed")).FullName));

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task Package_and_tags_are_there_together()
    {
        (await PublishAsync("1.0.0")).ShouldBeTrue();
        _git.TagNames().ShouldBe(["model#production#1", "model@v1.0.0"]);
        (await VersionsAsync()).ShouldBe(["1.0.0"]);
    }

    [Fact]
    public async Task A_feed_that_breaks_leaves_no_tag_and_the_next_run_does_it_all()
    {
        _feed.Breaks = true;
        await Should.ThrowAsync<FeedException>(() => PublishAsync("1.0.0"));
        _git.TagNames().ShouldBeEmpty();
        _feed.Breaks = false;
        (await PublishAsync("1.0.0")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_remote_that_refuses_the_tags_leaves_no_package()
    {
        var hook = Path.Combine(_git.AddRemote(), "hooks", "pre-receive");
        File.WriteAllText(hook, "#!/bin/sh\nexit 1\n");
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await PublishAsync("1.0.0")).ShouldBeFalse();
        (await VersionsAsync()).ShouldBeEmpty();
        _git.TagNames().ShouldBeEmpty();
        File.Delete(hook);
        (await PublishAsync("1.0.0")).ShouldBeTrue();
    }

    [Fact]
    public async Task When_nobody_can_say_whether_the_tags_were_written_the_package_stays_and_the_next_run_takes_it_up()
    {
        var remote = _git.AddRemote();
        Directory.Move(remote, remote + ".away");
        (await PublishAsync("1.0.0")).ShouldBeFalse();
        (await VersionsAsync()).ShouldBe(["1.0.0"]);
        Directory.Move(remote + ".away", remote);
        (await PublishAsync("1.0.0")).ShouldBeTrue();
        _git.Git("ls-remote", "--tags", "--refs", "origin").Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_that_is_there_with_other_bytes_stops_everything()
    {
        await _feed.PushAsync(Package("1.0.0", "other"), "Model", "1.0.0", CancellationToken.None);
        (await PublishAsync("1.0.0")).ShouldBeFalse();
        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.VersionTaken);
        _git.TagNames().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_comes_second_takes_its_package_back_and_not_the_winners()
    {
        (await PublishAsync("1.0.0")).ShouldBeTrue();
        // Both have seen a stage that held nothing.
        (await PublishAsync("1.1.0", change: 1, counter: 2)).ShouldBeFalse();
        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(RegistryCodes.Overtaken);
        (await VersionsAsync()).ShouldBe(["1.0.0"]);
        _git.TagNames().ShouldBe(["model#production#1", "model@v1.0.0"]);
    }

    [Fact]
    public async Task Two_hundred_at_once_leave_one_version_a_change_and_a_package_for_each_version_that_has_a_tag()
    {
        const int changes = 10, all = 200;
        var packages = Enumerable.Range(0, all).Select(i => Package($"1.{i}.0", $"model {i}")).ToArray();
        var won = new bool[all];
        await Parallel.ForAsync(0, all, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellation) =>
        {
            var tags = Tags($"1.{i}.0", $"stage{i % changes}", 1, i + 1, _git.Git("commit-tree", "HEAD^{tree}", "-m", $"Commit {i}"));
            won[i] = await new Publication(_git.Open(), Options(), []).RunAsync(packages[i], $"1.{i}.0", tags, cancellation);
        });
        won.Count(winner => winner).ShouldBe(changes);
        var versions = Enumerable.Range(0, all).Where(i => won[i]).Select(i => $"1.{i}.0").Order(SemVerOrder.Instance).ToList();
        (await VersionsAsync()).ShouldBe(versions);
        _git.History().Versions.Select(version => version.Version).Order(SemVerOrder.Instance).ShouldBe(versions);
        _git.History().Stages.Count.ShouldBe(changes);
        Directory.EnumerateFiles(At("feed")).Count(file => file.EndsWith(".nupkg", StringComparison.Ordinal)).ShouldBe(changes);
    }

    private string At(string name) => Path.Combine(_git.Root, name);

    private Task<IReadOnlyList<string>> VersionsAsync() => _feed.VersionsAsync("Model", CancellationToken.None);

    private Task<bool> PublishAsync(string version, int change = 1, long counter = 1) => new Publication(_git.Open(), Options(), _diagnostics).RunAsync(
        Package(version, version), version, Tags(version, "production", change, counter, _git.Git("commit-tree", "HEAD^{tree}", "-m", version)), CancellationToken.None);

    private PromotionOptions Options() => new()
    {
        Package = "Model",
        Version = "",
        Stage = "",
        Feed = _feed,
        WorkFolder = "",
        Project = new ModelProject
        {
            Name = "Model", Folder = _git.Root, Data = [], SchemaFile = "", ConfigurationFile = "", ChecklistFile = "", StateFolder = "", OutputFolder = "", Cache = new CacheSettings(null),
        },
    };

    private static IReadOnlyList<NewTag> Tags(string version, string stage, int change, long counter, string commit) =>
    [
        NewTag.Of(new TagName { Artifact = "model", Action = TagAction.Register, Version = version }, commit, "m", NewTag.CommitGuard("model", commit)),
        NewTag.Of(new TagName { Artifact = "model", Action = TagAction.Assign, Stage = stage, Counter = counter }, commit, "m", NewTag.StageGuard("model", stage, change)),
    ];

    private string Package(string version, string content)
    {
        var file = At($"{version}-{Guid.NewGuid():N}.nupkg");
        using var archive = ZipFile.Open(file, ZipArchiveMode.Create);
        Write(archive, "Model.nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>Model</id><version>{version}</version><authors>a</authors><description>d</description></metadata>
            </package>
            """);
        Write(archive, "content.txt", content);
        return file;
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        var entry = archive.CreateEntry(name);
        // The same package has the same bytes, whenever it is made.
        entry.LastWriteTime = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
        using var writer = new StreamWriter(entry.Open());
        writer.Write(text);
    }
}
