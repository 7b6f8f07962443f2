using System.Text.Json;

namespace MlOps.Build.Trackers.Tests;

/// <summary>What MLflow's own client read from MLflow's own server is what had been recorded: see <c>tests/trackers/mlflow-read.py</c>.</summary>
public sealed class MlFlowReadTests
{
    private static readonly JsonElement Read = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "expected", "mlflow.json"))).RootElement;

    private static readonly JsonElement Runs = Read.GetProperty("runs");

    [Fact]
    public void Every_run_is_there_once() => Runs.EnumerateObject().Select(run => run.Name).Order(StringComparer.Ordinal).ShouldBe(["large", "train", "trial 1", "tune"]);

    [Fact]
    public void Readings_have_their_steps_times_and_values_and_intervals_are_metrics()
    {
        var run = SampleRuns.One();
        var metrics = Runs.GetProperty("train").GetProperty("metrics");
        metrics.GetProperty("validation.log_loss").EnumerateArray().Select(reading => (reading[0].GetInt64(), reading[1].GetInt64(), reading[2].GetDouble()))
            .ShouldBe(run.Metrics.Where(metric => metric.Key == "validation.log_loss").Select(metric => (metric.Step, metric.Time.ToUnixTimeMilliseconds(), metric.Value)));
        metrics.GetProperty("auc.lower")[0][2].GetDouble().ShouldBe(0.75);
        metrics.GetProperty("auc.upper")[0][2].GetDouble().ShouldBe(0.875);
        metrics.GetProperty("nan")[0][2].GetString().ShouldBe("nan");
        // Its database has no infinities: they become its largest numbers.
        metrics.GetProperty("up")[0][2].GetString().ShouldBe("1.7976931348623157e+308");
    }

    [Fact]
    public void Parameters_keep_their_values_and_keys_of_other_characters_stay_apart()
    {
        var parameters = Runs.GetProperty("train").GetProperty("params").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString());
        parameters.Values.Order(StringComparer.Ordinal).ShouldBe(SampleRuns.One().Parameters.Values.Order(StringComparer.Ordinal));
        parameters["trees"].ShouldBe("200");
    }

    [Fact]
    public void Status_times_user_commit_inputs_and_files_are_where_its_pages_look_for_them()
    {
        var run = Runs.GetProperty("train");
        (run.GetProperty("status").GetString(), run.GetProperty("start").GetInt64(), run.GetProperty("end").GetInt64(), run.GetProperty("user").GetString())
            .ShouldBe(("FINISHED", 1_790_000_000_123, 1_790_000_090_123, "ci"));
        run.GetProperty("tags").GetProperty("mlflow.source.git.commit").GetString().ShouldBe("0123456789abcdef0123456789abcdef01234567");
        run.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("name").GetString()).ShouldBe(["data/birds.csv", "training-config.yaml"]);
        run.GetProperty("artifacts")[0].GetProperty("path").GetString().ShouldBe("model files/model.onnx");
        // SHA-256 of 'graph', by sha256sum.
        run.GetProperty("artifacts")[0].GetProperty("sha256").GetString().ShouldBe("eef93e1d14482804277fca0172464032d1a4fdbcc338524059fa1e861454ad4d");
        Runs.GetProperty("trial 1").GetProperty("tags").GetProperty("mlflow.parentRunId").GetString().ShouldBe("tune");
        Runs.GetProperty("trial 1").GetProperty("status").GetString().ShouldBe("KILLED");
    }

    [Fact]
    public void The_registry_has_two_versions_of_one_run_and_an_alias_at_the_one_that_was_rolled_back_to()
    {
        var registry = Read.GetProperty("registry");
        registry.GetProperty("aliases").GetProperty("production").GetString().ShouldBe("1");
        registry.GetProperty("versions").EnumerateObject().Count().ShouldBe(2);
        var first = registry.GetProperty("versions").GetProperty("1");
        first.GetProperty("run").GetString().ShouldBe("train");
        first.GetProperty("tags").GetProperty("mlops.version").GetString().ShouldBe("1.0.0");
        first.GetProperty("tags").GetProperty("mlops.sha256").GetString().ShouldBe("aa");
    }

    [Fact]
    public void A_run_over_every_limit_is_there_to_its_last_reading()
    {
        var run = Runs.GetProperty("large");
        (run.GetProperty("params").GetInt32(), run.GetProperty("metrics").GetProperty("validation.log_loss").GetInt32()).ShouldBe((250, 2500));
    }
}
