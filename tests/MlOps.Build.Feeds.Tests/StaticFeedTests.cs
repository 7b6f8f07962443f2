using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Sources.Resilience;

namespace MlOps.Build.Feeds.Tests;

/// <summary>Plain files as a feed, served by Python's own server: NuGet and we read the same from it.</summary>
public sealed partial class StaticFeedTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Files_that_lie_as_the_protocol_says_are_a_feed()
    {
        var root = _temp.Folder("site");
        using var server = Start(root);
        try
        {
            var line = await server.StandardOutput.ReadLineAsync(Token);
            var url = $"http://127.0.0.1:{int.Parse(Port().Match(line!).Groups[1].Value, CultureInfo.InvariantCulture)}";
            _temp.Folder("site/flat/strikes/1.4.2");
            TestPackage.Write(Path.Combine(root, "flat/strikes/1.4.2/strikes.1.4.2.nupkg"), "Strikes", "1.4.2");
            File.WriteAllText(Path.Combine(root, "flat/strikes/index.json"), """{"versions":["1.4.2"]}""");
            File.WriteAllText(Path.Combine(root, "index.json"), $$"""
                {"version":"3.0.0","resources":[{"@id":"{{url}}/flat/","@type":"PackageBaseAddress/3.0.0"},{"@id":"{{url}}/push","@type":"PackagePublish/2.0.0"}]}
                """);

            var feed = PackageFeeds.Open(url + "/index.json", _temp.Path, _ => null, new RetrySettings { Attempts = 1, Delay = TimeSpan.FromMilliseconds(1) });
            (await feed.VersionsAsync("Strikes", Token)).ShouldBe(["1.4.2"]);
            (await feed.DownloadAsync("Strikes", "1.4.2", _temp.File("got.nupkg"), Token)).ShouldBeTrue();
            File.ReadAllBytes(_temp.File("got.nupkg")).ShouldBe(TestPackage.Bytes("Strikes", "1.4.2"));
            (await feed.DownloadAsync("Strikes", "1.4.3", _temp.File("none.nupkg"), Token)).ShouldBeFalse();
            (await DotnetProcess.RestoreAsync(_temp.Folder("app"), url + "/index.json", "Strikes", "1.4.2")).ShouldBe(["1.4.2"]);

            // It answers 501 to PUT.
            var file = TestPackage.Write(_temp.File("p.nupkg"), "Strikes", "1.4.3");
            (await Should.ThrowAsync<FeedException>(() => feed.PushAsync(file, "Strikes", "1.4.3", Token))).Code.ShouldBe(FeedCodes.Unavailable);
        }
        finally
        {
            server.Kill();
        }
    }

    private static Process Start(string root)
    {
        var start = new ProcessStartInfo("python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            // Said below.
        }

        Assert.SkipWhen(process is null, "Python is not there");
        process.BeginErrorReadLine();
        return process;
    }

    [GeneratedRegex(@"port (\d+)")]
    private static partial Regex Port();
}
