using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Trackers.Tests;

/// <summary>A server that is away, slow or refuses costs a build nothing but a little time, and the run waits.</summary>
public sealed class SpoolTests : IDisposable
{
    private readonly MlFlowServer _server = new();
    private readonly SenderFolder _folder = new();

    public SpoolTests() => _folder.Variables["MLFLOW_TRACKING_URI"] = _server.Url;

    [Fact]
    public async Task Runs_wait_for_a_server_that_is_away()
    {
        _server.Dispose();
        await _folder.BuildAsync(SampleRuns.One(1), SampleRuns.One(2));

        _folder.Codes.ShouldBe([RunSinkCodes.Unavailable]);
        _folder.Diagnostics.HasErrors.ShouldBeFalse();
        _folder.Waiting.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_silent_server_is_not_waited_for_beyond_the_limit()
    {
        _server.Before = (_, _) => MlFlowServer.Json(new System.Text.Json.Nodes.JsonObject()) with { IsSilent = true };
        _folder.Patience = _folder.Patience with { Total = TimeSpan.FromMilliseconds(100) };
        await _folder.BuildAsync(SampleRuns.One(1), SampleRuns.One(2), SampleRuns.One(3));

        _folder.Codes.ShouldBe([RunSinkCodes.TimeUsedUp]);
        _folder.Waiting.Count.ShouldBe(3);
        _server.Requests.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Without_access_runs_wait_until_the_account_is_right(int status)
    {
        _server.Before = (request, _) => request.Headers.GetValueOrDefault("authorization") == "Bearer right" ? null : MlFlowServer.Error(status, "PERMISSION_DENIED", "no");
        _folder.Variables["MLFLOW_TRACKING_TOKEN"] = "wrong";
        await _folder.BuildAsync(SampleRuns.One());
        _folder.Codes.ShouldBe([RunSinkCodes.Forbidden]);

        _folder.Variables["MLFLOW_TRACKING_TOKEN"] = "right";
        (await _folder.SendSpooledAsync()).ShouldBe(1);
        _server.Runs.Count.ShouldBe(1);
        _folder.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_server_refuses_for_good_is_set_aside()
    {
        _server.Before = (request, _) => request.Path.EndsWith("log-batch", StringComparison.Ordinal) ? MlFlowServer.Error(400, "INVALID_PARAMETER_VALUE", "never") : null;
        await _folder.BuildAsync(SampleRuns.One());

        _folder.Codes.ShouldBe([RunSinkCodes.Rejected]);
        _folder.Diagnostics.Single().Message.ShouldContain("never");
        _folder.Waiting.ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(_folder.Spool, "rejected")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_web_server_that_is_no_tracker_sets_no_run_aside()
    {
        _server.Before = (_, _) => new Sources.Tests.FakeAnswer(404, Encoding.UTF8.GetBytes("<html>not here</html>"));
        await _folder.BuildAsync(SampleRuns.One());

        _folder.Codes.ShouldBe([RunSinkCodes.Unavailable]);
        _folder.Waiting.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("MLFLOW_TRACKING_TOKEN", "Bearer geheim")]
    [InlineData("MLFLOW_TRACKING_PASSWORD", "Basic YWxpY2U6Z2VoZWlt")]
    [InlineData("address", "Basic YWxpY2U6Z2VoZWlt")]
    [InlineData("netrc", "Basic YWxpY2U6Z2VoZWlt")]
    public async Task Secrets_reach_the_server_and_neither_spool_nor_findings(string place, string expected)
    {
        Give(place);
        _server.Before = (_, _) => MlFlowServer.Error(503, "TEMPORARILY_UNAVAILABLE", "away");
        await _folder.BuildAsync(SampleRuns.One());

        _server.Requests[0].Headers["authorization"].ShouldBe(expected);
        var written = string.Concat(_folder.Waiting.Select(file => file + File.ReadAllText(file))) + string.Concat(_folder.Diagnostics);
        foreach (var secret in (string[])["geheim", Convert.ToBase64String(Encoding.UTF8.GetBytes("alice:geheim"))])
            written.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Runs_for_another_server_stay_where_they_are()
    {
        _folder.Variables["MLFLOW_TRACKING_URI"] = "http://127.0.0.1:9";
        await _folder.BuildAsync(SampleRuns.One());
        _folder.Variables["MLFLOW_TRACKING_URI"] = _server.Url;

        (await _folder.SendSpooledAsync()).ShouldBe(0);
        _folder.Waiting.Count.ShouldBe(1);
        _server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Torn_files_are_told_and_do_not_hold_up_the_rest()
    {
        Directory.CreateDirectory(_folder.Spool);
        File.WriteAllText(Path.Combine(_folder.Spool, "mlflow-00000000-x.json"), "{");
        _server.Before = (_, _) => MlFlowServer.Error(503, "TEMPORARILY_UNAVAILABLE", "away");
        await _folder.BuildAsync(SampleRuns.One());
        _server.Before = (_, _) => null;

        (await _folder.SendSpooledAsync()).ShouldBe(1);
        _folder.Codes.ShouldContain(RunSinkCodes.Spool);
    }

    [Fact]
    public async Task An_artifact_waits_as_it_was_while_the_next_build_writes_over_it()
    {
        _server.Before = (_, _) => MlFlowServer.Error(503, "TEMPORARILY_UNAVAILABLE", "away");
        await _folder.BuildAsync(SampleRuns.One(folder: _folder.Path), SampleRuns.One(2, _folder.Path));
        File.WriteAllText(Path.Combine(_folder.Path, "model.onnx"), "another");
        _server.Before = (_, _) => null;

        (await _folder.SendSpooledAsync()).ShouldBe(2);
        _server.Files.Values.Select(Encoding.UTF8.GetString).ShouldBe(["graph", "graph"]);
        Directory.GetFiles(Path.Combine(_folder.Spool, "artifacts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_artifact_that_is_not_what_was_recorded_is_not_sent_under_the_runs_name()
    {
        var run = SampleRuns.One(folder: _folder.Path);
        File.WriteAllText(Path.Combine(_folder.Path, "model.onnx"), "another");
        await _folder.BuildAsync(run);

        _folder.Codes.ShouldBe([RunSinkCodes.Artifact]);
        _folder.Waiting.ShouldBeEmpty();
        _server.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("file:./mlruns")]
    [InlineData("databricks")]
    public async Task An_address_that_is_none_of_HTTP_is_told(string address)
    {
        _folder.Variables["MLFLOW_TRACKING_URI"] = address;
        await _folder.BuildAsync(SampleRuns.One());

        _folder.Codes.ShouldBe([RunSinkCodes.Settings]);
        _folder.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void A_build_gives_twenty_seconds_and_a_request_what_it_takes()
    {
        TrackerPatience.Build.Total.ShouldBe(TimeSpan.FromSeconds(20));
        TrackerPatience.Request.Total.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private void Give(string place)
    {
        switch (place)
        {
            case "MLFLOW_TRACKING_PASSWORD":
                _folder.Variables["MLFLOW_TRACKING_USERNAME"] = "alice";
                _folder.Variables[place] = "geheim";
                break;
            case "address":
                _folder.Variables["MLFLOW_TRACKING_URI"] = _server.Url.Replace("://", "://alice:geheim@", StringComparison.Ordinal);
                break;
            case "netrc":
                File.WriteAllText(Path.Combine(_folder.Path, ".netrc"), "machine example.org login x password y\nmachine 127.0.0.1\n  login alice\n  password geheim\n");
                _folder.Variables["HOME"] = _folder.Path;
                break;
            default:
                _folder.Variables[place] = "geheim";
                break;
        }
    }
}
