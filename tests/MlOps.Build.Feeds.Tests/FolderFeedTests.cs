using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;

namespace MlOps.Build.Feeds.Tests;

/// <summary>A folder as a feed: what NuGet writes is read, what is written NuGet reads, and no version is ever replaced.</summary>
public sealed class FolderFeedTests : IDisposable
{
    private const string Id = "Bird.Strikes";
    private readonly TempFolder _temp = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Packages_that_NuGet_pushed_are_found_and_can_be_had(bool isExpanded)
    {
        var root = Root(isExpanded);
        await PushByNuGetAsync(root, "1.0.0", "2.0.0-RC.1", "2.0.0", "1.10.0", "1.9.0");
        var feed = new FolderFeed(root);

        // A folder a version is in lower case, as NuGet makes it.
        (await feed.VersionsAsync("bird.strikes", Token)).ShouldBe(["1.0.0", "1.9.0", "1.10.0", isExpanded ? "2.0.0-rc.1" : "2.0.0-RC.1", "2.0.0"]);
        (await feed.DownloadAsync(Id, "2.0.0-rc.1+any", _temp.File("got.nupkg"), Token)).ShouldBeTrue();
        File.ReadAllBytes(_temp.File("got.nupkg")).ShouldBe(TestPackage.Bytes(Id, "2.0.0-RC.1"));
        (await feed.DownloadAsync(Id, "3.0.0", _temp.File("none.nupkg"), Token)).ShouldBeFalse();
        File.Exists(_temp.File("none.nupkg")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_push_leaves_the_files_that_NuGet_would(bool isExpanded)
    {
        var (ours, theirs) = (Root(isExpanded), _temp.Folder("theirs"));
        if (isExpanded)
            await PushByNuGetAsync(Seed(theirs), "2.0.0-RC.1");
        else
            await PushByNuGetAsync(theirs, "2.0.0-RC.1");
        var file = TestPackage.Write(_temp.File("p.nupkg"), Id, "2.0.0-RC.1");
        (await new FolderFeed(ours).PushAsync(file, Id, "2.0.0-RC.1", Token)).ShouldBe(PushOutcome.Pushed);

        // NuGet also unpacks the contents and writes a note for its own cache, neither of which it reads in a feed.
        var expected = TempFolder.Files(theirs).Where(path => !path.EndsWith(".metadata") && !path.EndsWith("text.txt")).ToList();
        TempFolder.Files(ours).ShouldBe(expected);
        foreach (var path in expected)
            File.ReadAllBytes(Path.Combine(ours, path)).ShouldBe(File.ReadAllBytes(Path.Combine(theirs, path)), path);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_pushed_can_be_restored(bool isExpanded)
    {
        var root = Root(isExpanded);
        var file = TestPackage.Write(_temp.File("p.nupkg"), Id, "1.4.2");
        await new FolderFeed(root).PushAsync(file, Id, "1.4.2", Token);
        (await DotnetProcess.RestoreAsync(_temp.Folder("app"), root, Id, "1.4.2")).ShouldBe(["1.4.2"]);
    }

    [Theory]
    [InlineData("Bird.Strikes", "1.0")]
    [InlineData("bird.strikes", "1.0.0")]
    [InlineData("BIRD.STRIKES", "1.0.0.0")]
    [InlineData("Bird.Strikes", "1.0.0+build.7")]
    public async Task Every_spelling_of_a_version_is_that_version(string id, string version)
    {
        var root = _temp.Folder("feed");
        var feed = new FolderFeed(root);
        await feed.PushAsync(TestPackage.Write(_temp.File("first.nupkg"), Id, "1.0.0"), Id, "1.0.0", Token);
        var before = File.ReadAllBytes(Path.Combine(root, "Bird.Strikes.1.0.0.nupkg"));

        var second = TestPackage.Write(_temp.File("second.nupkg"), id, version, "other");
        (await feed.PushAsync(second, id, version, Token)).ShouldBe(PushOutcome.Conflict);
        (await feed.PushAsync(_temp.File("first.nupkg"), Id, "1.0", Token)).ShouldBe(PushOutcome.AlreadyThere);
        TempFolder.Files(root).ShouldBe(["Bird.Strikes.1.0.0.nupkg"]);
        File.ReadAllBytes(Path.Combine(root, "Bird.Strikes.1.0.0.nupkg")).ShouldBe(before);
    }

    [Fact]
    public async Task An_id_that_ends_in_a_number_is_told_from_a_version_that_begins_with_it()
    {
        var feed = new FolderFeed(_temp.Folder("feed"));
        await feed.PushAsync(TestPackage.Write(_temp.File("a.nupkg"), "A", "1.2.0.1"), "A", "1.2.0.1", Token);
        await feed.PushAsync(TestPackage.Write(_temp.File("b.nupkg"), "A.1", "3.0.0"), "A.1", "3.0.0", Token);
        (await feed.VersionsAsync("A", Token)).ShouldBe(["1.2.0.1"]);
        (await feed.VersionsAsync("A.1", Token)).ShouldBe(["3.0.0"]);
    }

    [Fact]
    public async Task Only_the_same_bytes_are_taken_back()
    {
        var root = _temp.Folder("feed");
        var feed = new FolderFeed(root);
        var file = TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0");
        await feed.PushAsync(file, Id, "1.0.0", Token);
        (await feed.RemoveAsync(Id, "1.0.0", new string('0', 64), Token)).ShouldBeFalse();
        (await feed.VersionsAsync(Id, Token)).ShouldBe(["1.0.0"]);
        (await feed.RemoveAsync(Id, "1.0", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), Token)).ShouldBeTrue();
        TempFolder.Files(root).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_with_a_folder_is_taken_back_as_a_whole()
    {
        var root = Root(isExpanded: true);
        var file = TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0");
        await new FolderFeed(root).PushAsync(file, Id, "1.0.0", Token);
        (await new FolderFeed(root).RemoveAsync(Id, "1.0.0", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), Token)).ShouldBeTrue();
        TempFolder.Files(root).ShouldAllBe(path => path.StartsWith("seed/"));
    }

    [Fact]
    public async Task Bytes_that_do_not_have_the_hash_beside_them_are_refused()
    {
        var root = Root(isExpanded: true);
        await new FolderFeed(root).PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0"), Id, "1.0.0", Token);
        TestPackage.Write(Path.Combine(root, "bird.strikes/1.0.0/bird.strikes.1.0.0.nupkg"), Id, "1.0.0", "changed");
        var failure = await Should.ThrowAsync<FeedException>(() => new FolderFeed(root).DownloadAsync(Id, "1.0.0", _temp.File("got.nupkg"), Token));
        failure.Code.ShouldBe(FeedCodes.Unfit);
        Directory.GetFiles(_temp.Path, "got*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_under_the_name_of_another_package_is_refused()
    {
        var root = _temp.Folder("feed");
        TestPackage.Write(Path.Combine(root, "Bird.Strikes.1.0.0.nupkg"), "Other", "1.0.0");
        (await Should.ThrowAsync<FeedException>(() => new FolderFeed(root).DownloadAsync(Id, "1.0.0", _temp.File("got.nupkg"), Token)))
            .Code.ShouldBe(FeedCodes.Unfit);
    }

    [Theory]
    [InlineData("Other", "1.0.0")]
    [InlineData("Bird.Strikes", "1.0.1")]
    public async Task A_package_is_pushed_as_what_it_is(string id, string version)
    {
        var file = TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0");
        (await Should.ThrowAsync<FeedException>(() => new FolderFeed(_temp.Folder("feed")).PushAsync(file, id, version, Token)))
            .Code.ShouldBe(FeedCodes.NotPushable);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("*")]
    [InlineData("")]
    public async Task What_is_no_id_never_becomes_a_path(string id) =>
        (await Should.ThrowAsync<FeedException>(() => new FolderFeed(_temp.Path).VersionsAsync(id, Token))).Code.ShouldBe(FeedCodes.Unsupported);

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made()
    {
        var feed = new FolderFeed(_temp.File("none"));
        var failure = await Should.ThrowAsync<FeedException>(() => feed.PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0"), Id, "1.0.0", Token));
        failure.Code.ShouldBe(FeedCodes.NotFound);
        Directory.Exists(_temp.File("none")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_killed_push_left_is_swept_and_what_a_living_one_writes_is_not()
    {
        var root = _temp.Folder("feed");
        File.WriteAllText(Path.Combine(root, ".mlops-dead.tmp"), "PK");
        Directory.CreateDirectory(Path.Combine(root, ".mlops-deadfolder.tmp"));
        using var living = new FileStream(Path.Combine(root, ".mlops-living.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
        await new FolderFeed(root).PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0"), Id, "1.0.0", Token);
        TempFolder.Files(root).ShouldBe([".mlops-living.tmp", "Bird.Strikes.1.0.0.nupkg"]);
        Directory.Exists(Path.Combine(root, ".mlops-deadfolder.tmp")).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_waits_for_ever_for_somebody_who_hangs()
    {
        using var held = await FolderLock.TakeAsync(_temp.Path, Token);
        (await Should.ThrowAsync<FeedException>(() => FolderLock.TakeAsync(_temp.Path, TimeSpan.Zero, Token))).Code.ShouldBe(FeedCodes.Unavailable);
    }

    // Numbers of Linux: EACCES, EROFS, ENOSPC, EIO.
    [Theory]
    [InlineData(13, FeedCodes.Forbidden)]
    [InlineData(30, FeedCodes.Forbidden)]
    [InlineData(28, FeedCodes.Unavailable)]
    [InlineData(5, FeedCodes.Unavailable)]
    public void A_failure_of_the_disk_says_the_way_out(int number, string code)
    {
        var failure = FolderFailure.Of("/srv/feed", new IOException("It failed.", number));
        failure.Code.ShouldBe(code);
        failure.Message.ShouldContain("/srv/feed");
        failure.Message.ShouldNotContain("\n");
    }

    private string Root(bool isExpanded) => isExpanded ? Seed(_temp.Folder("feed")) : _temp.Folder("feed");

    // NuGet keeps to the layout that it finds; a package with its hash beside it makes a folder one.
    private static string Seed(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "seed", "1.0.0")).FullName;
        var bytes = TestPackage.Bytes("Seed", "1.0.0");
        File.WriteAllBytes(Path.Combine(folder, "seed.1.0.0.nupkg"), bytes);
        File.WriteAllText(Path.Combine(folder, "seed.1.0.0.nupkg.sha512"), Convert.ToBase64String(SHA512.HashData(bytes)));
        File.WriteAllText(Path.Combine(folder, "seed.nuspec"), "<package />");
        return root;
    }

    private async Task PushByNuGetAsync(string root, params string[] versions)
    {
        foreach (var version in versions)
            TestPackage.Write(Path.Combine(_temp.Folder("made"), $"{version}.nupkg"), Id, version);
        var (code, output) = await DotnetProcess.RunAsync(_temp.Folder("made"), "nuget", "push", "*.nupkg", "-s", root);
        code.ShouldBe(0, output);
    }
}
