namespace MlOps.Build.Tests;

/// <summary>A build that is ended in the middle of training leaves nothing half-written.</summary>
public sealed class InterruptedBuildTests : IDisposable
{
    private readonly ModelFolder _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_in_the_middle_of_training_leaves_nothing_half_written_and_the_next_build_succeeds(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals");
        const string Endless = "num_iterations: 100000\n  early_stopping_rounds: 0";
        var endless = ModelFolder.Configuration.Replace("num_iterations: 5", Endless, StringComparison.Ordinal);
        _model.Write("Model/training-config.yaml", endless);
        var run = _model.BuildUntil("step ", signal);
        run.Output.ShouldNotContain("MLOPS0");
        run.Ran.ShouldNotContain("train");
        Directory.Exists(Path.Combine(_model.State, "train")).ShouldBeFalse();

        _model.Write("Model/training-config.yaml", ModelFolder.Configuration);
        _model.Build("--no-restore").ShouldSucceed().Ran.ShouldBe(["train", "evaluate", "gate", "package", "report"]);
        Directory.GetFileSystemEntries(_model.State, ".*-*").ShouldBeEmpty();
    }

    [Fact]
    public void A_signal_while_a_program_trains_ends_the_program_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals");
        var configuration = ModelFolder.Configuration
            .Replace("trainer: gradient-boosted-trees", "trainer: command", StringComparison.Ordinal)
            .Replace("hyperparameters:\n  num_iterations: 5", "command: { run: sh train.sh }", StringComparison.Ordinal);
        _model.Write("Model/training-config.yaml", configuration);
        // Step after step: a build tells of progress only once it has been silent for two seconds.
        _model.Write("Model/train.sh", "sleep 600 &\necho $! > child\ni=0\nwhile sleep 1; do i=$((i + 1)); echo step $i loss 1; done\n");
        var run = _model.BuildUntil("step ", "INT");
        run.Ran.ShouldNotContain("train");
        Directory.Exists(Path.Combine(_model.State, "train")).ShouldBeFalse();
        var status = $"/proc/{File.ReadAllText(_model.At("Model/child")).Trim()}/status";
        SpinWait.SpinUntil(() => !File.Exists(status) || File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal), TimeSpan.FromSeconds(30))
            .ShouldBeTrue();
    }
}
