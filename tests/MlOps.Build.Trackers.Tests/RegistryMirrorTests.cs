using MlOps.Build.Contracts;
using MlOps.Build.Trackers.Registry;

namespace MlOps.Build.Trackers.Tests;

/// <summary>Versions reach a model registry once, with what says which package they are.</summary>
public sealed class RegistryMirrorTests : IDisposable
{
    private readonly RegistryServer _server = new();
    private readonly SenderFolder _folder = new();

    public RegistryMirrorTests() => _folder.Variables["MLFLOW_REGISTRY_URI"] = _server.Url;

    [Fact]
    public async Task A_promotion_a_second_one_and_a_rollback_are_two_versions_and_one_alias()
    {
        (await WriteAsync(Version("1.0.0"))).ShouldBeTrue();
        (await WriteAsync(Version("1.0.1"))).ShouldBeTrue();
        _server.Aliases["production"].ShouldBe("2");
        (await WriteAsync(Version("1.0.0"))).ShouldBeTrue();

        _server.Versions.Count.ShouldBe(2);
        _server.Aliases.ShouldBe(new Dictionary<string, string> { ["production"] = "1", ["stage-v1"] = "1" });
        ((string)_server.Versions[0]["source"]!).ShouldBe("pkg://nuget/BirdStrikes@1.0.0");
        _server.Versions[0]["tags"]!.AsArray().Select(tag => $"{tag!["key"]}={tag["value"]}")
            .ShouldBe(["mlops.version=1.0.0", "mlops.package=BirdStrikes", "mlops.sha256=aa", "mlops.evidence=ee"]);
        _folder.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_request_breaks_off_the_next_call_ends_it_and_nothing_is_there_twice()
    {
        for (var bad = 1; bad <= 5; bad++)
        {
            using var server = new RegistryServer { After = number => number >= bad && number <= bad + 1 ? MlFlowServer.Cut : null };
            _folder.Variables["MLFLOW_REGISTRY_URI"] = server.Url;
            await WriteAsync(Version("1.0.0"));
            server.After = _ => null;
            (await WriteAsync(Version("1.0.0"))).ShouldBeTrue();

            server.Versions.Count.ShouldBe(1, $"request {bad}");
            server.Aliases.Count.ShouldBe(2, $"request {bad}");
        }
    }

    [Fact]
    public async Task The_same_version_of_another_package_is_told()
    {
        await WriteAsync(Version("1.0.0"));
        (await WriteAsync(Version("1.0.0") with { Sha256 = "bb" })).ShouldBeFalse();

        _folder.Codes.ShouldBe([RunSinkCodes.Registry]);
        _server.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public void Without_its_variable_there_is_no_mirror() =>
        RegistryMirror.FromEnvironment(_ => null, _folder.Patience, _folder.Diagnostics).ShouldBeNull();

    [Fact]
    public async Task A_real_registry_takes_the_same()
    {
        var url = Environment.GetEnvironmentVariable(RealMlFlowTests.Server);
        Assert.SkipWhen(string.IsNullOrEmpty(url), $"{RealMlFlowTests.Server} names no server: see tests/trackers/mlflow-read.py");
        _folder.Variables["MLFLOW_REGISTRY_URI"] = url!;
        foreach (var version in (string[])["1.0.0", "1.0.1", "1.0.0"])
            (await WriteAsync(Version(version) with { Name = "bird strikes", RunId = SampleRuns.Id(1) })).ShouldBeTrue();

        _folder.Diagnostics.ShouldBeEmpty();
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static MirroredVersion Version(string version) => new()
    {
        Name = "birdstrikes",
        Package = "BirdStrikes",
        Version = version,
        Sha256 = "aa",
        Evidence = "ee",
        Aliases = ["production", "v1"],
    };

    private async Task<bool> WriteAsync(MirroredVersion version)
    {
        using var mirror = RegistryMirror.FromEnvironment(_folder.Variables.GetValueOrDefault, _folder.Patience, _folder.Diagnostics)!;
        return await mirror.WriteAsync(version, _folder.Diagnostics, TestContext.Current.CancellationToken);
    }
}
