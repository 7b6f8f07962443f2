using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Tracking.Export;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tracking.Tests;

/// <summary>Exports are those that MLflow has read: their contents are compared with the committed ones, and what MLflow read with the runs.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly RunFolder _folder = new();
    private readonly List<TrackedRun> _runs;

    public ExportTests()
    {
        SearchFixture.Fill(_folder);
        using var reader = RunReader.Open(_folder.File);
        _runs = [.. reader.Search(new RunSearch { Order = SearchParser.Order("start_time") }, steps: true)];
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("folder")]
    [InlineData("database")]
    public void MLflow_has_read_every_run_as_it_was_kept(string store)
    {
        var read = MlflowAnswers.All[store]!.AsArray();
        read.Select(run => (string)run!["id"]!).ShouldBe(_runs.Select(run => run.Id));
        foreach (var (theirs, ours) in read.Zip(_runs))
            ShouldBeSame(theirs!, ours, store);
    }

    [Fact]
    public void The_file_store_is_the_one_that_MLflow_has_read()
    {
        var target = Export("mlruns");
        var text = string.Concat(Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"== {Path.GetRelativePath(target, file).Replace('\\', '/')}\n{File.ReadAllText(file).Replace(target, "<mlruns>", StringComparison.Ordinal)}\n"));
        Expected.ShouldBeIn("mlruns.txt", text);
    }

    [Fact]
    public void The_database_is_the_one_that_MLflow_has_read()
    {
        var target = Export("mlflow.db");
        Expected.ShouldBeIn("mlflow-db.txt", DatabaseText.Of(target).Replace(Path.GetDirectoryName(target)!, "<folder>", StringComparison.Ordinal));
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(target)!, "mlflow-artifacts", "1", $"{2:x32}", "artifacts", "model.onnx")).ShouldBe("a model");
    }

    [Fact]
    public void A_table_has_a_row_a_run_and_quotes_what_it_has_to()
    {
        var lines = File.ReadAllText(Export("runs.csv"));
        lines.ShouldStartWith("run_id,experiment,run_name,parent_run_id,status,start_time,end_time,metrics.auc,metrics.rare,metrics.validation loss,params.depth");
        lines.ShouldContain("\"it's \"\"quotes\"\", line\n1: ü\"");
        lines.ShouldContain(",nan,");
    }

    [Fact]
    public void Json_holds_every_reading()
    {
        var runs = JsonNode.Parse(File.ReadAllText(Export("runs.json")))!.AsArray();
        runs.Count.ShouldBe(_runs.Count);
        runs[7]!["metrics"]!.AsArray().Count.ShouldBe(5);
        ((string)runs[7]!["metrics"]!.AsArray()[^1]!["value"]!).ShouldBe("NaN");
    }

    [Fact]
    public void Nothing_is_written_over_and_no_format_is_claimed_that_is_not_written()
    {
        var diagnostics = new DiagnosticBag();
        RunExport.Check(Export("runs.csv"), "runs.csv", diagnostics).ShouldBeFalse();
        RunExport.Check(Path.Combine(_folder.Root, "runs.parquet"), "runs.parquet", diagnostics).ShouldBeFalse();
        diagnostics.Select(item => item.Code).ShouldBe([TrackingCodes.ExportPlace, TrackingCodes.ExportPlace]);
        diagnostics.Last().Message.ShouldContain("Parquet files are read here but not written");
    }

    [Fact]
    public void A_file_that_a_later_training_has_replaced_is_left_out_and_said()
    {
        File.WriteAllText(Path.Combine(_folder.Root, "model.onnx"), "another");
        var diagnostics = new DiagnosticBag();
        RunExport.Write(Path.Combine(_folder.Root, "out", "mlruns"), _runs, new CacheSettings(null), diagnostics);
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(TrackingCodes.ArtifactGone);
    }

    private string Export(string name)
    {
        var folder = Environment.GetEnvironmentVariable("MLOPS_KEEP_EXPORTS") is { Length: > 0 } kept ? kept : Path.Combine(_folder.Root, "out");
        var target = Path.Combine(folder, name);
        RunExport.Write(target, _runs, new CacheSettings(null), []);
        return target;
    }

    private static void ShouldBeSame(JsonNode theirs, TrackedRun ours, string store)
    {
        ((string)theirs["name"]!, (string)theirs["status"]!).ShouldBe((ours.Name, ours.Status.ToString().ToUpperInvariant()));
        ((long)theirs["start"]!, (long)theirs["end"]!).ShouldBe((ours.Start.ToUnixTimeMilliseconds(), ours.End!.Value.ToUnixTimeMilliseconds()));
        theirs["params"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!).ShouldBe(ours.Parameters, ignoreOrder: true);
        var tags = theirs["tags"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        ours.Tags.ShouldAllBe(pair => tags[pair.Key] == pair.Value);
        tags.GetValueOrDefault("mlflow.parentRunId").ShouldBe(ours.Parent);
        tags["mlflow.source.git.commit"].ShouldBe("c0ffee");
        foreach (var metrics in ours.Metrics.GroupBy(metric => metric.Key))
        {
            theirs["metrics"]![metrics.Key]!.AsArray()
                .Select(reading => (Number(reading![0]!), (long)reading[1]!, (long)reading[2]!))
                .Order()
                .ShouldBe(metrics.Select(metric => (Kept(metric.Value, store), metric.Step, metric.Time.ToUnixTimeMilliseconds())).Order());
        }

        var input = theirs["inputs"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)input[0]!, (string)input[1]!, (string)input[2]!["mlflow.data.context"]!).ShouldBe((ours.Inputs[0].Name, ours.Inputs[0].Sha256[..36], "training"));
        theirs["artifacts"]!.AsArray().Select(file => ((string)file![0]!, (long)file[1]!)).ShouldBe(ours.Artifacts.Select(file => (file.Path, file.Size)));
    }

    // Its SQLite store knows no infinity.
    private static double Kept(double value, string store) => store == "database" && double.IsInfinity(value) ? double.CopySign(double.MaxValue, value) : value;

    private static double Number(JsonNode node) => node.GetValueKind() == System.Text.Json.JsonValueKind.Number ? (double)node : (string)node! switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        _ => double.NegativeInfinity,
    };
}
