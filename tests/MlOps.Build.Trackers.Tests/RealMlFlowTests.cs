using MlOps.Build.Contracts;

namespace MlOps.Build.Trackers.Tests;

/// <summary>Sends to a real server. <c>tests/trackers/mlflow-read.py</c> starts one, runs this, and writes down what MLflow's own client then reads.</summary>
public sealed class RealMlFlowTests
{
    public const string Server = "MLOPS_TEST_MLFLOW";

    [Fact]
    public async Task A_real_server_takes_the_same_runs()
    {
        var url = Environment.GetEnvironmentVariable(Server);
        Assert.SkipWhen(string.IsNullOrEmpty(url), $"{Server} names no server: see tests/trackers/mlflow-read.py");
        using var folder = new SenderFolder();
        folder.Variables["MLFLOW_TRACKING_URI"] = url!;
        var search = SampleRuns.One(4) with { Name = "tune" };
        await folder.BuildAsync(
            SampleRuns.One(folder: folder.Path),
            SampleRuns.Large() with { Id = SampleRuns.Id(2), Name = "large" },
            SampleRuns.One(3) with { Parent = search.Id, Name = "trial 1", Status = RunStatus.Killed },
            search);
        // All again, and one with a torn connection's memory: nothing may come twice.
        await folder.BuildAsync(SampleRuns.One(folder: folder.Path), SampleRuns.Large() with { Id = SampleRuns.Id(2), Name = "large", End = SampleRuns.One().End!.Value.AddSeconds(1) });

        folder.Diagnostics.ShouldBeEmpty();
        folder.Waiting.ShouldBeEmpty();
    }
}
