using System.Security.Cryptography;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Feeds.Tests;

/// <summary>A server of version 3 of NuGet's protocol, with NuGet's own client as the judge of requests and answers.</summary>
public sealed class HttpFeedTests : IDisposable
{
    private const string Id = "Bird.Strikes";
    private const string Key = "key-0123456789";
    private readonly TempFolder _temp = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_push_is_the_request_that_NuGet_sends()
    {
        await using var theirs = await FakeFeed.StartAsync();
        await using var ours = await FakeFeed.StartAsync();
        var file = TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0");
        _temp.Write("nuget.config", $"""<configuration><packageSources><clear /><add key="feed" value="{theirs.Index}" allowInsecureConnections="true" /></packageSources></configuration>""");
        var (code, output) = await DotnetProcess.RunAsync(_temp.Path, "nuget", "push", "p.nupkg", "-s", "feed", "-k", Key);
        code.ShouldBe(0, output);
        (await Open(ours).PushAsync(file, Id, "1.0.0", Token)).ShouldBe(PushOutcome.Pushed);

        var (expected, actual) = (theirs.Requests.Single(IsPut), ours.Requests.Single(IsPut));
        actual.Path.ShouldBe(expected.Path);
        var session = new[] { "host", "user-agent", "content-type", "x-nuget-session-id" };
        actual.Headers.Where(header => !session.Contains(header.Key)).ShouldBe(expected.Headers.Where(header => !session.Contains(header.Key)), ignoreOrder: true);
        Parts(actual).ShouldBe(Parts(expected));
        ours.Packages["bird.strikes/1.0.0"].ShouldBe(theirs.Packages["bird.strikes/1.0.0"]);
        expected.Header("X-NuGet-ApiKey").ShouldBe(Key);
    }

    [Fact]
    public async Task A_removal_is_the_request_that_NuGet_sends()
    {
        await using var theirs = await FakeFeed.StartAsync();
        await using var ours = await FakeFeed.StartAsync();
        theirs.Packages["bird.strikes/1.0.0"] = ours.Packages["bird.strikes/1.0.0"] = TestPackage.Bytes(Id, "1.0.0");
        _temp.Write("nuget.config", $"""<configuration><packageSources><clear /><add key="feed" value="{theirs.Index}" allowInsecureConnections="true" /></packageSources></configuration>""");
        var (code, output) = await DotnetProcess.RunAsync(_temp.Path, "nuget", "delete", Id, "1.0.0", "-s", "feed", "-k", Key, "--non-interactive");
        code.ShouldBe(0, output);

        (await Open(ours).RemoveAsync(Id, "1.0", new string('0', 64), Token)).ShouldBeFalse();
        ours.Requests.ShouldAllBe(request => request.Method == "GET");
        (await Open(ours).RemoveAsync(Id, "1.0", Convert.ToHexStringLower(SHA256.HashData(ours.Packages["bird.strikes/1.0.0"])), Token)).ShouldBeTrue();
        var (expected, actual) = (theirs.Requests.Single(request => request.Method == "DELETE"), ours.Requests.Single(request => request.Method == "DELETE"));
        actual.Path.ShouldBe(expected.Path);
        actual.Header("X-NuGet-ApiKey").ShouldBe(expected.Header("X-NuGet-ApiKey"));
    }

    [Fact]
    public async Task What_was_pushed_NuGet_restores_and_we_read()
    {
        await using var feed = await FakeFeed.StartAsync();
        foreach (var version in new[] { "1.10.0", "1.9.0", "2.0.0-rc.1" })
            await Open(feed).PushAsync(TestPackage.Write(_temp.File(version), Id, version), Id, version, Token);
        (await DotnetProcess.RestoreAsync(_temp.Folder("app"), feed.Index, Id, "1.9.0")).ShouldBe(["1.9.0"]);

        (await Open(feed).VersionsAsync(Id, Token)).ShouldBe(["1.9.0", "1.10.0", "2.0.0-rc.1"]);
        (await Open(feed).VersionsAsync("Other", Token)).ShouldBeEmpty();
        (await Open(feed).DownloadAsync(Id, "1.9", _temp.File("got.nupkg"), Token)).ShouldBeTrue();
        File.ReadAllBytes(_temp.File("got.nupkg")).ShouldBe(TestPackage.Bytes(Id, "1.9.0"));
        (await Open(feed).DownloadAsync(Id, "9.9.9", _temp.File("none.nupkg"), Token)).ShouldBeFalse();
        File.Exists(_temp.File("none.nupkg")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "AlreadyThere")]
    [InlineData("other", "Conflict")]
    public async Task A_version_that_is_there_is_compared_and_never_sent_again(string text, string expected)
    {
        await using var feed = await FakeFeed.StartAsync();
        feed.Packages["bird.strikes/1.0.0"] = TestPackage.Bytes(Id, "1.0.0");
        (await Open(feed).PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0", text), Id, "1.0.0", Token)).ToString().ShouldBe(expected);
        feed.Requests.ShouldNotContain(request => IsPut(request));
    }

    [Theory]
    [InlineData("", "AlreadyThere")]
    [InlineData("other", "Conflict")]
    public async Task A_version_that_came_in_between_is_compared(string text, string expected)
    {
        FakeFeed? running = null;
        await using var feed = running = await FakeFeed.StartAsync((context, _) =>
        {
            if (context.Request.Method == "PUT")
                running!.Packages["bird.strikes/1.0.0"] = TestPackage.Bytes(Id, "1.0.0");
            return Task.FromResult(false);
        });
        (await Open(feed).PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0", text), Id, "1.0.0", Token)).ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_and_a_push_that_broke_is_not_repeated()
    {
        var puts = 0;
        await using var feed = await FakeFeed.StartAsync(async (context, number) =>
        {
            if (context.Request.Method == "PUT" && ++puts == 2)
            {
                context.Abort();
                return true;
            }

            if (puts > 1 || (number > 1 && puts == 0))
                return false;
            context.Response.Headers.RetryAfter = "0";
            await FakeFeed.Status(context, 503);
            return true;
        });
        var failure = await Should.ThrowAsync<FeedException>(() => Open(feed).PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0"), Id, "1.0.0", Token));
        failure.Code.ShouldBe(FeedCodes.Unavailable);
        failure.Message.ShouldContain("may have taken it");
        puts.ShouldBe(2);
    }

    [Fact]
    public async Task A_download_that_breaks_is_taken_up_where_it_broke()
    {
        var bytes = TestPackage.Bytes(Id, "1.0.0", new string('x', 100_000));
        await using var feed = await FakeFeed.StartAsync(async (context, _) =>
        {
            if (!context.Request.Path.Value!.EndsWith(".nupkg", StringComparison.Ordinal))
                return false;
            if (context.Request.Headers.Range.Count == 0)
            {
                await FakeFeed.CutAsync(context, bytes, 200);
                return true;
            }

            context.Response.Headers.ETag = "\"1\"";
            return false;
        });
        feed.Packages["bird.strikes/1.0.0"] = bytes;
        (await Open(feed).DownloadAsync(Id, "1.0.0", _temp.File("got.nupkg"), Token)).ShouldBeTrue();
        File.ReadAllBytes(_temp.File("got.nupkg")).ShouldBe(bytes);
    }

    [Fact]
    public async Task Another_package_than_the_one_asked_for_is_refused()
    {
        await using var feed = await FakeFeed.StartAsync();
        feed.Packages["bird.strikes/1.0.0"] = TestPackage.Bytes("Other", "1.0.0");
        (await Should.ThrowAsync<FeedException>(() => Open(feed).DownloadAsync(Id, "1.0.0", _temp.File("got.nupkg"), Token))).Code.ShouldBe(FeedCodes.Unfit);
        Directory.GetFiles(_temp.Path, "got*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Versions_that_a_server_does_not_list_are_known_and_not_proposed()
    {
        await using var feed = await FakeFeed.StartAsync(registration: """
            {"items":[{"items":[{"catalogEntry":{"version":"1.0.0","listed":false}},{"catalogEntry":{"version":"2.0.0"}}]},{"@id":"{url}/registration/page"}]}
            """);
        foreach (var version in new[] { "1.0.0", "2.0.0", "3.0.0" })
            feed.Packages[$"bird.strikes/{version}"] = TestPackage.Bytes(Id, version);
        (await Open(feed).VersionsAsync(Id, Token)).ShouldBe(["1.0.0", "2.0.0", "3.0.0"]);
        (await Open(feed).ListedVersionsAsync(Id, Token)).ShouldBe(["2.0.0", "3.0.0"]);
    }

    [Theory]
    [InlineData(401, FeedCodes.Forbidden)]
    [InlineData(403, FeedCodes.Forbidden)]
    [InlineData(404, FeedCodes.NotFound)]
    [InlineData(500, FeedCodes.Unavailable)]
    [InlineData(200, FeedCodes.Unsupported)]
    public async Task A_server_that_does_not_answer_as_one_says_the_way_out(int status, string code)
    {
        await using var feed = await FakeFeed.StartAsync(async (context, _) =>
        {
            await FakeFeed.Status(context, status);
            return true;
        });
        var failure = await Should.ThrowAsync<FeedException>(() => Open(feed).VersionsAsync(Id, Token));
        failure.Code.ShouldBe(code);
        failure.Message.ShouldNotContain("\n");
    }

    private IPackageFeed Open(FakeFeed feed) => PackageFeeds.Open(
        feed.Index, _temp.Path, name => name == "MLOPS_FEED_KEY" ? Key : null,
        new RetrySettings { Attempts = 2, Delay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(5) });

    private static bool IsPut(RecordedRequest request) => request.Method == "PUT";

    // What stands between the boundaries, which are random.
    private static IReadOnlyList<string> Parts(RecordedRequest request)
    {
        var boundary = "--" + request.Header("content-type")!.Split("boundary=")[1].Trim('"');
        return System.Text.Encoding.Latin1.GetString(request.Body).Split(boundary);
    }
}
