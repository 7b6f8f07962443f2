using System.Text;
using Microsoft.AspNetCore.Http;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Feeds.Tests;

/// <summary>Credentials come from NuGet's configuration, go to the feed alone, and are shown nowhere.</summary>
public sealed class FeedSecretTests : IDisposable
{
    private const string Id = "Bird.Strikes";
    private const string Password = "pa55word-secret";
    private static readonly string Basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"robin:{Password}"));
    private readonly TempFolder _temp = new();
    private readonly string _variable = $"MLOPS_TEST_{Guid.NewGuid():N}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_variable, null);
        _temp.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_is_found_by_name_or_address_with_its_credentials(bool byAddress)
    {
        Environment.SetEnvironmentVariable(_variable, Password);
        await using var feed = await FakeFeed.StartAsync(Guarded);
        feed.Packages["bird.strikes/1.0.0"] = TestPackage.Bytes(Id, "1.0.0");
        Configure(feed.Index, $"%{_variable}%");
        var opened = Open(byAddress ? feed.Index : "Team");
        opened.Name.ShouldBe("team");
        (await opened.VersionsAsync(Id, Token)).ShouldBe(["1.0.0"]);
        (await opened.PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "2.0.0"), Id, "2.0.0", Token)).ShouldBe(PushOutcome.Pushed);
    }

    [Fact]
    public void A_password_whose_variable_is_not_set_is_not_sent_as_its_name()
    {
        Configure("https://feed.example/v3/index.json", $"%{_variable}%");
        var failure = Should.Throw<FeedException>(() => Open("team"));
        failure.Code.ShouldBe(FeedCodes.Forbidden);
        failure.Message.ShouldContain(_variable);
    }

    [Fact]
    public async Task A_redirect_to_another_place_takes_nothing_secret_along()
    {
        await using var elsewhere = await FakeFeed.StartAsync();
        elsewhere.Packages["bird.strikes/1.0.0"] = TestPackage.Bytes(Id, "1.0.0");
        await using var feed = await FakeFeed.StartAsync(async (context, _) =>
        {
            if (!context.Request.Path.StartsWithSegments("/flat"))
                return await Guarded(context, 0);
            context.Response.Redirect(elsewhere.Url + context.Request.Path);
            return true;
        });
        Configure(feed.Index, Password);
        (await Open("team").DownloadAsync(Id, "1.0.0", _temp.File("got.nupkg"), Token)).ShouldBeTrue();
        elsewhere.Requests.ShouldNotBeEmpty();
        elsewhere.Requests.ShouldAllBe(request => request.Header("authorization") == null && request.Header("x-nuget-apikey") == null);
    }

    [Fact]
    public async Task A_push_is_not_sent_on()
    {
        await using var elsewhere = await FakeFeed.StartAsync();
        await using var feed = await FakeFeed.StartAsync((context, _) =>
        {
            if (context.Request.Method != "PUT")
                return Task.FromResult(false);
            context.Response.Redirect(elsewhere.Url + context.Request.Path, permanent: false, preserveMethod: true);
            return Task.FromResult(true);
        });
        Configure(feed.Index, Password);
        var failure = await Should.ThrowAsync<FeedException>(() => Open("team").PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0"), Id, "1.0.0", Token));
        failure.Code.ShouldBe(FeedCodes.Unsupported);
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task No_message_shows_what_is_secret(int status)
    {
        await using var feed = await FakeFeed.StartAsync(async (context, _) =>
        {
            await FakeFeed.Status(context, status);
            await context.Response.WriteAsync(context.Request.Headers.Authorization.ToString());
            return true;
        });
        Configure(feed.Index, Password);
        var failure = await Should.ThrowAsync<FeedException>(() => Open("team").VersionsAsync(Id, Token));
        failure.ToString().ShouldNotContain(Password);
        failure.ToString().ShouldNotContain(Basic["Basic ".Length..]);
    }

    [Theory]
    [InlineData("https://robin:pa55word-secret@feed.example/v3/index.json")]
    [InlineData("ftp://feed.example/pa55word-secret")]
    [InlineData("")]
    [InlineData("nowhere")]
    public void What_is_no_feed_is_refused_without_showing_what_is_secret(string place)
    {
        Configure("https://feed.example/v3/index.json", "x");
        Should.Throw<FeedException>(() => Open(place)).Message.ShouldNotContain(Password);
    }

    [Fact]
    public async Task A_key_with_a_line_break_is_not_sent_and_not_shown()
    {
        await using var feed = await FakeFeed.StartAsync();
        var opened = PackageFeeds.Open(feed.Index, _temp.Path, name => name == "MLOPS_FEED_KEY" ? Password + "\r\nX-Other: 1" : null, Quick);
        var failure = await Should.ThrowAsync<FeedException>(() => opened.PushAsync(TestPackage.Write(_temp.File("p.nupkg"), Id, "1.0.0"), Id, "1.0.0", Token));
        failure.Code.ShouldBe(FeedCodes.Forbidden);
        failure.ToString().ShouldNotContain(Password);
    }

    [Fact]
    public async Task Plain_HTTP_to_another_machine_needs_leave()
    {
        var opened = PackageFeeds.Open("http://feed.example/v3/index.json", _temp.Path, _ => null, Quick);
        (await Should.ThrowAsync<FeedException>(() => opened.VersionsAsync(Id, Token))).Code.ShouldBe(FeedCodes.Unsupported);
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_says_which_file()
    {
        _temp.Write("nuget.config", "<configuration>");
        var failure = Should.Throw<FeedException>(() => Open("team"));
        failure.Code.ShouldBe(FeedCodes.Unsupported);
        failure.Message.ShouldContain("nuget.config", Case.Insensitive);
    }

    [Fact]
    public void A_source_may_be_a_folder_and_a_folder_needs_no_source()
    {
        _temp.Folder("packages");
        _temp.Write("nuget.config", """<configuration><packageSources><clear /><add key="local" value="packages" /></packageSources></configuration>""");
        foreach (var place in new[] { "local", "packages", "./packages", _temp.File("packages"), new Uri(_temp.File("packages")).AbsoluteUri })
            Open(place).ShouldBeOfType<FolderFeed>().Name.ShouldBe(_temp.File("packages"));
    }

    private static RetrySettings Quick => new() { Attempts = 1, Delay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(5) };

    private IPackageFeed Open(string place) => PackageFeeds.Open(place, _temp.Path, _ => null, Quick);

    private void Configure(string address, string password) => _temp.Write("nuget.config", $"""
        <configuration>
          <packageSources><clear /><add key="team" value="{address}" allowInsecureConnections="true" /></packageSources>
          <packageSourceCredentials><team><add key="Username" value="robin" /><add key="ClearTextPassword" value="{password}" /></team></packageSourceCredentials>
        </configuration>
        """);

    private static async Task<bool> Guarded(HttpContext context, int number)
    {
        if (context.Request.Headers.Authorization == Basic)
            return false;
        await FakeFeed.Status(context, 401);
        return true;
    }
}
