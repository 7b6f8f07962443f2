using MlOps.Build.Contracts;
using MlOps.Build.Tracking;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tests;

/// <summary>Builds keep what they train as runs.</summary>
public sealed class TrackingBuildTests(PackedKit kit) : IDisposable
{
    private readonly ModelFolder _model = new();

    private string RunsFile => _model.At(".mlops/runs.db");

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_build_keeps_its_search_trials_and_training_and_one_with_nothing_to_do_opens_nothing()
    {
        Track();
        Directory.CreateDirectory(_model.At(".git"));
        _model.Write("Model/training-config.yaml", ModelFolder.Configuration.Replace(
            "  num_iterations: 5", "  num_iterations: 5\n  learning_rate: { values: [0.1, 0.3] }", StringComparison.Ordinal));
        _model.Build().ShouldSucceed().Output.ShouldNotContain("warning MLOPS3070");
        var runs = Runs();

        var training = runs.Single(run => run.Name == "train");
        training.Status.ShouldBe(RunStatus.Finished);
        training.Experiment.ShouldBe("Model");
        training.Parameters["trainer"].ShouldBe("gradient-boosted-trees");
        training.Parameters["num_iterations"].ShouldBe("5");
        training.Metrics.Count(metric => metric.Key == "train.loss").ShouldBeInRange(1, 5);
        training.Metrics.Single(metric => metric.Key == "auc").ShouldSatisfyAllConditions(auc => auc.Lower.ShouldNotBeNull(), auc => auc.Upper.ShouldNotBeNull());
        training.Inputs.Select(input => input.Name).ShouldBe(["data.csv", "training-config.yaml"]);
        training.Artifacts.ShouldHaveSingleItem().File.ShouldBe(Path.Combine(_model.State, "train", "model.onnx"));

        var search = runs.Single(run => run.Name == "tune");
        var trials = runs.Where(run => run.Parent == search.Id).ToList();
        trials.Select(trial => trial.Parameters["learning_rate"]).Order().ShouldBe(["0.1", "0.3"]);
        trials.ShouldAllBe(trial => trial.Status == RunStatus.Finished && trial.Metrics.Count > 0);
        File.ReadAllText(_model.At(".mlops/.gitignore")).ShouldBe("*\n");

        var before = Files();
        _model.Build().ShouldSucceed();
        Files().ShouldBe(before);

        // From the cache: nothing was trained.
        Directory.Delete(_model.State, recursive: true);
        _model.Build().ShouldSucceed().Output.ShouldContain("from cache");
        Runs().Count.ShouldBe(runs.Count);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_one_warning_and_the_outputs_are_the_same()
    {
        Track();
        _model.Write("taken", "");
        _model.Variables["MlOpsRunsFile"] = _model.At("taken/runs.db");
        var tracked = _model.Build().ShouldSucceed();
        // Once in the build, once in its summary.
        tracked.Lines.Where(line => line.Contains("warning MLOPS3070", StringComparison.Ordinal)).Distinct().ShouldHaveSingleItem();
        var receipt = File.ReadAllText(Path.Combine(_model.State, "train", "receipt.json"));

        _model.Variables["MlOpsTracking"] = "false";
        _model.Variables["MLOPS_CACHE"] = "off";
        Directory.Delete(_model.State, recursive: true);
        _model.Build().ShouldSucceed().Output.ShouldNotContain("MLOPS3070");
        File.ReadAllText(Path.Combine(_model.State, "train", "receipt.json")).ShouldBe(receipt);
    }

    [Fact]
    public void The_packed_kit_finds_SQLite_too()
    {
        using var packed = ModelFolder.Packed(kit.Feed);
        packed.Variables["MlOpsTracking"] = "true";
        packed.Build().ShouldSucceed().Output.ShouldNotContain("warning MLOPS3070");
        using var reader = RunReader.Open(Path.Combine(packed.Folder, ".mlops", "runs.db"));
        reader.Search(new RunSearch()).Select(run => run.Name).ShouldContain("train");
    }

    private void Track() => _model.Variables["MlOpsTracking"] = "true";

    private List<(string Name, long Length, DateTime Time)> Files() =>
        [.. new DirectoryInfo(_model.At(".mlops")).EnumerateFiles().Select(file => (file.Name, file.Length, file.LastWriteTimeUtc)).Order()];

    private List<TrackedRun> Runs()
    {
        using var reader = RunReader.Open(RunsFile);
        return [.. reader.Search(new RunSearch(), steps: true)];
    }
}
