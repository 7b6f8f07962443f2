using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Tracking;

namespace MlOps.Build.Tool.Tests;

public sealed class RunsTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public RunsTests()
    {
        using var store = new RunStore(_folder[".mlops/runs.db"]);
        Keep(store, "a1", "train", 0.81, RunStatus.Finished);
        Keep(store, "a2", "train", 0.64, RunStatus.Finished, "linear");
        Keep(store, "b1", "trial 1", 0.7, RunStatus.Failed, parent: Id("a1"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Runs_are_listed_the_newest_first_without_parts()
    {
        var run = _folder.Run("runs", "list");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        var lines = run.Output.Split('\n');
        lines[0].ShouldStartWith("id        model  name   status    started (UTC)        took     trainer  auc");
        lines[1].ShouldStartWith("a2000000  Model  train  finished  2026-09-21 14:16:02  1.5 min  linear");
        lines[1].ShouldEndWith("0.64 [0.6, 0.9]  0.25");
        lines[2].ShouldStartWith("a1000000");
        lines[3].ShouldBe("2 of 3 runs");
    }

    [Fact]
    public void A_filter_an_order_and_parts_can_be_asked_for()
    {
        var found = _folder.Run("runs", "list", "--all", "--filter", "metrics.auc > 0.65 and params.trainer = 'trees'", "--order-by", "metrics.auc", "--json").Json;
        found.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetString()).ShouldBe([Id("b1"), Id("a1")]);
        found.GetProperty("total").GetInt32().ShouldBe(3);
    }

    [Fact]
    public void What_is_wrong_with_a_filter_is_one_line_with_its_place()
    {
        var run = _folder.Run("runs", "list", "--filter", "metrics.auc > 0.7 or tags.a = 'b'");
        run.ExitCode.ShouldBe(ExitCodes.Finding);
        run.Error.ShouldStartWith("--filter(1,19): error MLOPS3072: 'or' stands where");
        run.Error.Trim().ShouldNotContain("\n");
        _folder.Run("runs", "list", "--order-by", "metrix.auc").Error.ShouldStartWith("--order-by(1,1): error MLOPS3072:");
    }

    [Fact]
    public void One_run_is_shown_with_its_parts_by_the_first_digits_of_its_id()
    {
        var run = _folder.Run("runs", "show", "A1");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain($"{Id("a1")}  Model, train\nfinished, ");
        run.Output.ShouldContain("  auc   0.81 [0.6, 0.9]\n");
        run.Output.ShouldContain("  loss  0.25 at step 2, 2 readings\n");
        run.Output.ShouldContain("b1000000  trial 1  failed");
        _folder.Run("runs", "show", "a").Error.ShouldContain("error MLOPS3073: the id 'a' begins those of");
        _folder.Run("runs", "show", "c").Error.ShouldContain("error MLOPS3073: no run has the id 'c'");
    }

    [Fact]
    public void Two_runs_differ_in_what_they_differ_in()
    {
        var found = _folder.Run("runs", "diff", "a1", "a2", "--json").Json.GetProperty("differences").EnumerateArray()
            .Select(item => (item.GetProperty("field").GetString(), item.GetProperty("before").GetString(), item.GetProperty("after").GetString())).ToList();
        found.ShouldContain(("params.trainer", "trees", "linear"));
        found.ShouldContain(("metrics.auc", "0.81 [0.6, 0.9]", "0.64 [0.6, 0.9]"));
        found.ShouldNotContain(item => item.Item1 == "params.depth" || item.Item1 == "metrics.loss");
    }

    [Fact]
    public void Runs_stand_side_by_side_also_on_a_page_with_plots()
    {
        var run = _folder.Run("runs", "compare", "a1", "a2", "b1", "--html", "runs.html");
        run.ExitCode.ShouldBe(ExitCodes.Ok, run.Error);
        run.Output.ShouldContain("a1000000");
        var page = File.ReadAllText(_folder["runs.html"]);
        page.ShouldContain("auc by run");
        page.ShouldContain("loss by step");
        page.ShouldContain("params.trainer");
        _folder.Run("runs", "compare", "a1").ExitCode.ShouldBe(ExitCodes.Usage);
    }

    [Fact]
    public void Runs_are_exported_and_nothing_is_written_over()
    {
        _folder.Run("runs", "export", "--to", "out/mlruns").Output.ShouldBe("3 runs written: out/mlruns\n");
        File.ReadAllText(_folder[$"out/mlruns/1/{Id("b1")}/tags/mlflow.parentRunId"]).ShouldBe(Id("a1"));
        _folder.Run("runs", "export", "--to", "out/mlruns").Error.ShouldContain("error MLOPS3074:");
        _folder.Run("runs", "export", "--to", "runs.csv", "--filter", "attributes.status = 'FINISHED'").Output.ShouldStartWith("2 runs");
    }

    [Fact]
    public void Without_a_file_it_is_said_how_to_get_one() =>
        _folder.Run("runs", "list", "--file", "none.db").Error.ShouldBe(
            "none.db: error MLOPS3071: runs cannot be read: it does not exist. Train a model, or name another file with --file.\n");

    private static string Id(string digits) => digits.PadRight(32, '0');

    private static void Keep(RunStore store, string digits, string name, double auc, RunStatus status, string trainer = "trees", string? parent = null)
    {
        var start = DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_000 + Convert.ToInt32(digits, 16));
        var run = new TrackedRun
        {
            Id = Id(digits),
            Experiment = "Model",
            Name = name,
            Parent = parent,
            Status = RunStatus.Running,
            Start = start,
            Parameters = new Dictionary<string, string> { ["trainer"] = trainer, ["depth"] = "3" },
        };
        store.Start(run);
        var change = new RunChange();
        change.Metrics.Add(new RunMetric { Key = "auc", Value = auc, Lower = 0.6, Upper = 0.9, Time = start });
        change.Metrics.Add(new RunMetric { Key = "loss", Value = 0.5, Step = 1, Time = start });
        change.Metrics.Add(new RunMetric { Key = "loss", Value = 0.25, Step = 2, Time = start });
        store.End(change.Apply(run) with { Status = status, End = start.AddSeconds(90) }, change);
    }
}
