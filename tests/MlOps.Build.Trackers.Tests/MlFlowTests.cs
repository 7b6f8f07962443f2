using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Sources.Tests;

namespace MlOps.Build.Trackers.Tests;

/// <summary>Runs reach a server that holds MLflow's format and limits, whole and once.</summary>
public sealed class MlFlowTests : IDisposable
{
    private readonly MlFlowServer _server = new();
    private readonly SenderFolder _folder = new();

    public MlFlowTests() => _folder.Variables["MLFLOW_TRACKING_URI"] = _server.Url;

    [Fact]
    public async Task A_run_comes_whole()
    {
        await _folder.BuildAsync(SampleRuns.One(folder: _folder.Path));

        _folder.Diagnostics.ShouldBeEmpty();
        _folder.Waiting.ShouldBeEmpty();
        var run = _server.Runs.Values.ShouldHaveSingleItem();
        (run.Name, run.Status, run.Start, run.End).ShouldBe(("train", "FINISHED", 1_790_000_000_123, 1_790_000_090_123));
        run.Parameters.ShouldContainKeyAndValue("trees", "200");
        run.Parameters.Single(pair => pair.Key.StartsWith("grid_0__a_", StringComparison.Ordinal)).Value.ShouldBe("ä€𝄞");
        run.Tags.ShouldContainKeyAndValue("mlflow.user", "ci");
        run.Tags.ShouldContainKeyAndValue("mlflow.source.git.commit", "0123456789abcdef0123456789abcdef01234567");
        run.Metrics.ShouldContain("""{"key":"auc.lower","value":0.75,"timestamp":1790000080123,"step":0}""");
        run.Metrics.ShouldContain("""{"key":"nan","value":"NaN","timestamp":1790000080123,"step":0}""");
        run.Metrics.ShouldContain("""{"key":"down","value":"-Infinity","timestamp":1790000080123,"step":0}""");
        run.Inputs.Count.ShouldBe(2);
        Encoding.UTF8.GetString(_server.Files[$"1/{run.Id}/artifacts/model files/model.onnx"]).ShouldBe("graph");
        _server.Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_over_the_limits_comes_in_requests_within_them()
    {
        await _folder.BuildAsync(SampleRuns.Large());

        _server.Broken.ShouldBeEmpty();
        _folder.Waiting.ShouldBeEmpty();
        var run = _server.Runs.Values.ShouldHaveSingleItem();
        run.Parameters.Count.ShouldBe(250);
        run.Parameters["p007"].ShouldBe(new string('x', 5999) + "…");
        run.Tags.Keys.Count(key => key.StartsWith('t')).ShouldBe(230);
        run.Metrics.Count.ShouldBe(2500);
        run.Metrics.ShouldBeUnique();
    }

    [Fact]
    public async Task A_run_that_is_sent_again_is_there_once()
    {
        var run = SampleRuns.One();
        await _folder.BuildAsync(run, run);
        var before = _server.Runs.Values.ShouldHaveSingleItem().Contents;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _folder.BuildAsync(run)));

        _server.Runs.Values.ShouldHaveSingleItem().Contents.ShouldBe(before);
    }

    [Fact]
    public async Task A_run_with_more_tags_than_a_request_holds_is_found_again()
    {
        var run = SampleRuns.One() with { Tags = Enumerable.Range(0, 150).ToDictionary(i => $"a{i:D3}", _ => "x") };
        await _folder.BuildAsync(run);
        await _folder.BuildAsync(run with { Name = "again" });

        _server.Runs.Values.ShouldHaveSingleItem().Tags.Keys.Count(key => key.StartsWith('a')).ShouldBe(150);
        _server.Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_grew_gets_only_what_is_new()
    {
        var run = SampleRuns.One();
        await _folder.BuildAsync(run with { Status = RunStatus.Running, End = null, Metrics = [.. run.Metrics.Take(2)] });
        _server.Runs.Values.ShouldHaveSingleItem().Status.ShouldBe("RUNNING");
        await _folder.BuildAsync(run);

        var record = _server.Runs.Values.ShouldHaveSingleItem();
        record.Status.ShouldBe("FINISHED");
        record.Metrics.Count.ShouldBe(9);
        record.Metrics.ShouldBeUnique();
    }

    [Theory]
    [InlineData("cut before")]
    [InlineData("cut after")]
    [InlineData("500 after")]
    [InlineData("429 before")]
    public async Task Whatever_request_fails_the_run_ends_as_if_nothing_had(string fault)
    {
        var run = SampleRuns.One() with { Metrics = [.. SampleRuns.Readings(1500)] };
        await _folder.BuildAsync(run);
        var (expected, count) = (_server.Runs["server1"].Contents, _server.Requests.Count);

        for (var bad = 1; bad <= count; bad++)
        {
            using var server = new MlFlowServer();
            using var folder = new SenderFolder();
            folder.Variables["MLFLOW_TRACKING_URI"] = server.Url;
            // Twice in a row: the build's own second try fails, too.
            Func<FakeRequest, int, FakeAnswer?> fails = (_, number) => number >= bad && number <= bad + 1 ? Fault(fault) : null;
            (server.Before, server.After) = fault.EndsWith("before", StringComparison.Ordinal) ? (fails, server.After) : (server.Before, fails);
            await folder.BuildAsync(run);
            (server.Before, server.After) = ((_, _) => null, (_, _) => null);
            await folder.SendSpooledAsync();

            folder.Waiting.ShouldBeEmpty($"request {bad}");
            server.Runs.Values.Single(run => !run.IsDeleted).Contents.ShouldBe(expected, $"request {bad}");
            server.Broken.ShouldBeEmpty($"request {bad}");
        }
    }

    [Fact]
    public async Task Trials_hang_under_their_search_also_when_it_comes_last()
    {
        await _folder.BuildAsync(SampleRuns.One(2) with { Parent = SampleRuns.Id(1), Name = "trial 1" }, SampleRuns.One(3) with { Parent = SampleRuns.Id(1), Name = "trial 2" });
        await _folder.BuildAsync(SampleRuns.One() with { Name = "tune" });

        _server.Runs.Count.ShouldBe(3);
        var parent = _server.Runs.Values.Single(run => run.Tags["mlops.run_id"] == SampleRuns.Id(1));
        (parent.Name, parent.Status).ShouldBe(("tune", "FINISHED"));
        _server.Runs.Values.Except([parent]).Select(run => run.Tags["mlflow.parentRunId"]).ShouldAllBe(id => id == parent.Id);
    }

    [Fact]
    public async Task A_run_that_was_dropped_on_the_server_stays_dropped()
    {
        await _folder.BuildAsync(SampleRuns.One());
        _server.Runs["server1"].IsDeleted = true;
        await _folder.BuildAsync(SampleRuns.One() with { Name = "other" });

        _server.Runs.Count.ShouldBe(1);
        _folder.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_experiment_that_another_build_makes_at_the_same_moment_is_taken()
    {
        _server.Before = (request, number) =>
        {
            if (number == 2)
                _server.Experiments["bird strikes"] = "1";
            return null;
        };
        await _folder.BuildAsync(SampleRuns.One());

        _server.Runs.Values.ShouldHaveSingleItem().Experiment.ShouldBe("1");
        _folder.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Experiment_and_outer_run_are_taken_from_MLflows_variables()
    {
        _folder.Variables["MLFLOW_EXPERIMENT_NAME"] = "team/birds";
        await _folder.BuildAsync(SampleRuns.One());
        _server.Experiments.Keys.ShouldBe(["team/birds"]);

        _folder.Variables["MLFLOW_RUN_ID"] = "server1";
        await _folder.BuildAsync(SampleRuns.One(2));
        _server.Runs["server2"].Tags["mlflow.parentRunId"].ShouldBe("server1");
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static FakeAnswer Fault(string fault) => fault.Split(' ')[0] switch
    {
        "cut" => MlFlowServer.Cut,
        "500" => MlFlowServer.Error(500, "INTERNAL_ERROR", "out of order"),
        _ => MlFlowServer.Error(429, "REQUEST_LIMIT_EXCEEDED", "slower") with { Headers = ["Retry-After: 120"] },
    };
}
