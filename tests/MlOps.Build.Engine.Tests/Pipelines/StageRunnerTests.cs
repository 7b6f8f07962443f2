using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

public sealed class StageRunnerTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_stage_runs_once_and_is_then_up_to_date()
    {
        var stage = new CopyStage(_fixture.Input);
        _fixture.Run(stage).State.ShouldBe(StageState.Ran);
        _fixture.Run(stage).State.ShouldBe(StageState.UpToDate);
        stage.Runs.ShouldBe(1);
        File.ReadAllText(_fixture.Copy).ShouldBe("HELLO");
    }

    [Fact]
    public void An_up_to_date_stage_changes_no_file()
    {
        _fixture.Run(new CopyStage(_fixture.Input));
        var before = _fixture.Snapshot();
        _fixture.Run(new CopyStage(_fixture.Input));
        _fixture.Snapshot().ShouldBe(before);
    }

    [Fact]
    public void An_input_with_a_new_time_and_the_same_content_changes_nothing()
    {
        var stage = new CopyStage(_fixture.Input);
        _fixture.Run(stage);
        File.SetLastWriteTimeUtc(_fixture.Input, DateTime.UtcNow);
        _fixture.Run(stage).State.ShouldBe(StageState.UpToDate);
    }

    [Fact]
    public void Going_back_to_earlier_contents_takes_the_outputs_from_the_cache()
    {
        var stage = new CopyStage(_fixture.Input);
        _fixture.Run(stage);
        _fixture.Change("other");
        _fixture.Run(stage).State.ShouldBe(StageState.Ran);
        _fixture.Change("hello");
        _fixture.Run(stage).State.ShouldBe(StageState.FromCache);
        stage.Runs.ShouldBe(2);
        File.ReadAllText(_fixture.Copy).ShouldBe("HELLO");
    }

    [Fact]
    public void Another_option_and_another_version_are_other_keys()
    {
        _fixture.Run(new CopyStage(_fixture.Input));
        _fixture.Run(new CopyStage(_fixture.Input, "other")).State.ShouldBe(StageState.Ran);
        _fixture.Run(new CopyStage(_fixture.Input) { Version = 2 }).State.ShouldBe(StageState.Ran);
    }

    [Fact]
    public void An_output_that_somebody_changed_is_put_right()
    {
        var stage = new CopyStage(_fixture.Input);
        _fixture.Run(stage);
        File.WriteAllText(_fixture.Copy, "edited");
        _fixture.Run(stage).State.ShouldBe(StageState.FromCache);
        File.ReadAllText(_fixture.Copy).ShouldBe("HELLO");
    }

    [Fact]
    public void A_warning_is_shown_again_while_the_stage_is_up_to_date_and_when_the_cache_answers()
    {
        var place = new SourcePosition("a.csv", 3);
        var stage = new CopyStage(_fixture.Input) { Meanwhile = run => run.Diagnostics.Warning("MLOPS1017", "odd", place) };
        var first = _fixture.Run(stage).Diagnostics;
        first.Count.ShouldBe(1);
        _fixture.Run(stage).Diagnostics.ShouldBe(first);
        Directory.Delete(_fixture.StateFolder, recursive: true);
        var restored = _fixture.Run(stage);
        restored.State.ShouldBe(StageState.FromCache);
        restored.Diagnostics.ShouldBe(first);
    }

    [Fact]
    public void A_failing_stage_leaves_the_previous_outputs_and_runs_again()
    {
        _fixture.Run(new CopyStage(_fixture.Input));
        _fixture.Change("other");
        var failing = new CopyStage(_fixture.Input) { Meanwhile = run => run.Diagnostics.Error("MLOPS1004", "bad") };
        _fixture.Run(failing).State.ShouldBe(StageState.Failed);
        File.ReadAllText(_fixture.Copy).ShouldBe("HELLO");
        _fixture.Run(failing).State.ShouldBe(StageState.Failed);
        failing.Runs.ShouldBe(2);
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public void A_broken_stage_says_so_and_leaves_nothing()
    {
        var outcome = _fixture.Run(new CopyStage(_fixture.Input) { Meanwhile = _ => throw new InvalidOperationException("oops") });
        outcome.State.ShouldBe(StageState.Failed);
        outcome.Diagnostics.Single().Code.ShouldBe(BuildCodes.StageBroken);
        outcome.Trace!.ShouldContain("oops");
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public void A_cancelled_stage_leaves_nothing_half_written()
    {
        using var source = new CancellationTokenSource();
        var stage = new CopyStage(_fixture.Input) { Meanwhile = _ => source.Cancel() };
        Should.Throw<OperationCanceledException>(() => _fixture.RunUntil(stage, source.Token));
        Directory.Exists(Path.Combine(_fixture.StateFolder, "copy")).ShouldBeFalse();
        Leftovers().ShouldBeEmpty();
        _fixture.Cache.List().ShouldBeEmpty();
    }

    [Fact]
    public void What_a_killed_build_left_is_swept_by_the_next()
    {
        Directory.CreateDirectory(Path.Combine(_fixture.StateFolder, ".unfinished-train"));
        File.WriteAllText(Path.Combine(_fixture.StateFolder, ".unfinished-train", "model.onnx"), "half");
        Directory.CreateDirectory(Path.Combine(_fixture.StateFolder, ".replaced-train"));
        _fixture.Run(new CopyStage(_fixture.Input));
        Leftovers().ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_upstream_output_is_an_error_that_names_the_stage()
    {
        var outcome = _fixture.Run(new NeedingStage());
        outcome.State.ShouldBe(StageState.Failed);
        outcome.Diagnostics.Single().Message.ShouldStartWith("stage 'needing' reads 'copy.txt' of stage 'copy', which has not run.");
    }

    [Fact]
    public void A_rerun_that_gave_the_same_file_does_not_rerun_its_reader()
    {
        var needing = new NeedingStage();
        _fixture.Run(new CopyStage(_fixture.Input));
        _fixture.Run(needing);
        _fixture.Change("Hello");
        _fixture.Run(new CopyStage(_fixture.Input)).State.ShouldBe(StageState.Ran);
        _fixture.Run(needing).State.ShouldBe(StageState.UpToDate);
    }

    [Fact]
    public async Task Two_builds_at_once_run_a_stage_once()
    {
        var stage = new CopyStage(_fixture.Input);
        var token = TestContext.Current.CancellationToken;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _fixture.RunUntil(stage, token), token)));
        stage.Runs.ShouldBe(1);
        outcomes.Count(outcome => outcome.State == StageState.Ran).ShouldBe(1);
        outcomes.ShouldAllBe(outcome => outcome.Succeeded);
    }

    [Fact]
    public void A_file_where_the_state_folder_should_be_is_an_error_with_its_code()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_fixture.StateFolder)!);
        File.WriteAllText(_fixture.StateFolder, "");
        var outcome = _fixture.Run(new CopyStage(_fixture.Input));
        outcome.Diagnostics.Single().Code.ShouldBe(BuildCodes.OutputNotWritable);
        outcome.Diagnostics.Single().Message.ShouldStartWith($"cannot write the outputs of stage 'copy' to '{_fixture.StateFolder}'");
    }

    private string[] Leftovers() => Directory.GetFileSystemEntries(_fixture.StateFolder, ".*-*");

    private sealed class NeedingStage : IStage
    {
        public string Name => "needing";

        public int Version => 1;

        public StageInputs Inputs(Workspace workspace, DiagnosticBag diagnostics) =>
            new() { Upstream = [new UpstreamFile("copy", "copy.txt")] };

        public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken) => "needed";
    }
}
