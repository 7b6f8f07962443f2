using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Sources.Tests;
using MlOps.Build.Trackers.WeightsAndBiases;

namespace MlOps.Build.Trackers.Tests;

/// <summary>Runs reach a server that speaks the protocol of Weights &amp; Biases, and folders that its own reader reads.</summary>
public sealed class WandbTests : IDisposable
{
    private const string Key = "me/bird strikes/00000000000000000000000000000001";
    private readonly WandbServer _server = new();
    private readonly SenderFolder _folder = new();

    public WandbTests()
    {
        _folder.Variables["WANDB_BASE_URL"] = _server.Url;
        _folder.Variables["WANDB_API_KEY"] = "geheim";
    }

    [Fact]
    public async Task A_run_comes_whole()
    {
        await _folder.BuildAsync(SampleRuns.One());

        _folder.Diagnostics.ShouldBeEmpty();
        _folder.Waiting.ShouldBeEmpty();
        _server.Broken.ShouldBeEmpty();
        _server.Requests.ShouldAllBe(request => request.Headers["authorization"] == "Basic YXBpOmdlaGVpbQ==");
        var run = _server.Runs[Key];
        ((string)run["variables"]!["displayName"]!).ShouldBe("train");
        ((string)run["variables"]!["config"]!).ShouldStartWith("""{"grid[0]:a":{"value":"\u00E4\u20AC\uD834\uDD1E"},"objective":{"value":"log loss"},"rate":{"value":0.1},"shuffle":{"value":true},"trees":{"value":200},"mlops":""");
        ((string)run["exit"]!).ShouldBe("true 0");
        _server.Lines[Key].Count.ShouldBe(3);
        _server.Lines[Key][2].ShouldBe("""{"validation.log_loss":0.25,"_step":2,"_runtime":3,"_timestamp":1790000003.123}""");
        _server.Lines[Key][0].ShouldContain("\"auc.lower\":0.75");
        _server.Lines[Key][0].ShouldContain("\"down\":-Infinity,\"nan\":NaN,\"up\":Infinity");
        ((string)run["summary"]!).ShouldContain("\"validation.log_loss\":0.25");
    }

    [Fact]
    public async Task Many_lines_come_in_requests_within_the_limits()
    {
        await _folder.BuildAsync(SampleRuns.One() with { Metrics = [.. SampleRuns.Readings(25_000)] });

        _server.Broken.ShouldBeEmpty();
        _server.Lines[Key].Count.ShouldBe(25_000);
        _server.Requests.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("before")]
    [InlineData("after")]
    public async Task Whatever_request_breaks_off_the_run_ends_as_if_nothing_had(string when)
    {
        var run = SampleRuns.One() with { Metrics = [.. SampleRuns.Readings(12_000)] };
        await _folder.BuildAsync(run);
        var (expected, count) = (_server.Contents, _server.Requests.Count);

        for (var bad = 1; bad <= count; bad++)
        {
            using var server = new WandbServer();
            using var folder = new SenderFolder();
            (folder.Variables["WANDB_BASE_URL"], folder.Variables["WANDB_API_KEY"]) = (server.Url, "geheim");
            Func<FakeRequest, int, FakeAnswer?> fails = (_, number) => number >= bad && number <= bad + 1 ? MlFlowServer.Cut : null;
            (server.Before, server.After) = when == "before" ? (fails, server.After) : (server.Before, fails);
            await folder.BuildAsync(run);
            (server.Before, server.After) = ((_, _) => null, (_, _) => null);
            await folder.SendSpooledAsync();

            folder.Waiting.ShouldBeEmpty($"request {bad}");
            server.Contents.ShouldBe(expected, $"request {bad}");
            server.Broken.ShouldBeEmpty($"request {bad}");
        }
    }

    [Fact]
    public async Task The_same_run_goes_to_MLflow_too_and_one_that_is_away_does_not_stop_the_other()
    {
        using var mlFlow = new MlFlowServer();
        _folder.Variables["MLFLOW_TRACKING_URI"] = mlFlow.Url;
        mlFlow.Before = (_, _) => MlFlowServer.Error(503, "TEMPORARILY_UNAVAILABLE", "away");
        await _folder.BuildAsync(SampleRuns.One());
        _server.Runs.Count.ShouldBe(1);
        Path.GetFileName(_folder.Waiting.ShouldHaveSingleItem()).ShouldStartWith("mlflow-");

        mlFlow.Before = (_, _) => null;
        await _folder.SendSpooledAsync();
        mlFlow.Runs.Count.ShouldBe(1);
        _folder.Waiting.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("disabled", 0)]
    [InlineData("offline", 1)]
    public async Task Nothing_is_sent_when_the_mode_says_so(string mode, int folders)
    {
        _folder.Variables["WANDB_MODE"] = mode;
        _folder.Variables["WANDB_DIR"] = _folder.Path;
        await _folder.BuildAsync(SampleRuns.One());

        _server.Requests.ShouldBeEmpty();
        Directory.GetFiles(_folder.Path, "*.wandb", SearchOption.AllDirectories).Length.ShouldBe(folders);
    }

    [Fact]
    public void Folders_are_byte_for_byte_those_that_wandb_read()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "expected", "wandb.json")));
        Convert.ToBase64String(File.ReadAllBytes(Offline(SampleRuns.One()))).ShouldBe(expected.RootElement.GetProperty("file").GetString());
        var records = expected.RootElement.GetProperty("records");
        records.EnumerateArray().Select(record => record.GetProperty("kind").GetString()).ShouldBe(["header", "run", "history", "history", "history", "summary", "exit", "footer"]);
        records[1].GetProperty("config").GetProperty("trees").GetString().ShouldBe("200");
        records[3].GetProperty("items").GetProperty("validation.log_loss").GetString().ShouldBe("0.3333333333333333");
        records[3].GetProperty("step").GetInt32().ShouldBe(1);
        // A record of more than one block of 32 KiB, and the rest of a block that has no room for a header.
        expected.RootElement.GetProperty("large").GetInt32().ShouldBe(2505);
    }

    [Fact]
    public void Write_folders_for_wandb()
    {
        var folder = Environment.GetEnvironmentVariable("MLOPS_TEST_WANDB");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "MLOPS_TEST_WANDB names no folder: see tests/trackers/wandb-read.py");
        File.Copy(Offline(SampleRuns.One()), Path.Combine(folder!, "one.wandb"), overwrite: true);
        File.Copy(Offline(SampleRuns.Large()), Path.Combine(folder!, "large.wandb"), overwrite: true);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private string Offline(TrackedRun run) => Path.Combine(WandbFolder.Write(run, _folder.Path, _ => null), $"run-{run.Id}.wandb");
}
