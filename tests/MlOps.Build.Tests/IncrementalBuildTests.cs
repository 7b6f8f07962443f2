namespace MlOps.Build.Tests;

/// <summary>Up to date means same content, not same time.</summary>
public sealed class IncrementalBuildTests : IDisposable
{
    private static readonly string[] Everything = ["data", "profile", "split", "features", "train", "evaluate", "gate", "package", "report"];

    private readonly ModelFolder _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_first_build_runs_every_stage_and_a_second_changes_no_file()
    {
        _model.Build().ShouldSucceed().Ran.ShouldBe(Everything);
        var before = _model.Snapshot();
        before.Keys.Select(Path.GetFileName).ShouldContain("report.html");
        before.Keys.Select(Path.GetFileName).ShouldContain("data-report.html");
        var second = _model.Build("--no-restore").ShouldSucceed();
        second.Ran.ShouldBeEmpty();
        second.Lines.Where(line => line.EndsWith("up to date", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldStartWith("data … report");
        _model.Snapshot().ShouldBe(before);
        // What is among them is no leftover for an incremental clean, also when nothing was written.
        _model.Build("--no-restore", "-t:Build", "-getItem:FileWrites").ShouldSucceed().Output.ShouldContain("mlops/data-report.html");
    }

    [Fact]
    public void Touching_the_data_reruns_nothing_and_changing_a_value_reruns_what_depends_on_it()
    {
        _model.Build().ShouldSucceed();
        File.SetLastWriteTimeUtc(_model.At("Model/data.csv"), DateTime.UtcNow);
        _model.Build("--no-restore").ShouldSucceed().Ran.ShouldBeEmpty();
        _model.Write("Model/data.csv", ModelFolder.Data().Replace("1,", "9,", StringComparison.Ordinal));
        _model.Build("--no-restore").ShouldSucceed().Ran.ShouldBe(Everything);
        _model.Write("Model/data.csv", ModelFolder.Data());
        var back = _model.Build("--no-restore").ShouldSucceed();
        back.Ran.ShouldBeEmpty();
        back.Lines.Count(line => line.EndsWith("from cache", StringComparison.Ordinal)).ShouldBe(Everything.Length);
    }

    // A file of the same size and time is taken for the same without a look at it: no stage could read these bytes as a table.
    [Fact]
    public void A_build_with_nothing_to_do_reads_no_byte_of_the_data()
    {
        _model.Build().ShouldSucceed();
        var data = new FileInfo(_model.At("Model/data.csv"));
        var (time, size) = (data.LastWriteTimeUtc, data.Length);
        File.WriteAllBytes(data.FullName, new byte[size]);
        File.SetLastWriteTimeUtc(data.FullName, time);
        _model.Build("--no-restore").ShouldSucceed().Ran.ShouldBeEmpty();
        File.SetLastWriteTimeUtc(data.FullName, time.AddSeconds(1));
        _model.Build("--no-restore").Output.ShouldContain("data.csv(1): error MLOPS1009");
    }

    [Fact]
    public void Changing_the_checklist_reruns_only_gate_and_report()
    {
        _model.Build().ShouldSucceed();
        _model.Write("Model/validation-checklist.md", "- [ ] Better than a coin `auc >= 0.4`\n");
        _model.Build("--no-restore").ShouldSucceed().Ran.ShouldBe(["gate", "package", "report"]);
    }

    [Fact]
    public void Changing_the_model_card_reruns_only_package_and_report()
    {
        const string card = "<!-- mlops:begin intended-use -->\r\nSorting.\r\n<!-- mlops:end intended-use -->\n";
        _model.Write("Model/model-card.md", card);
        _model.Build().ShouldSucceed();
        _model.Write("Model/model-card.md", card.Replace("Sorting", "Sieving", StringComparison.Ordinal));
        _model.Build("--no-restore").ShouldSucceed().Ran.ShouldBe(["package", "report"]);
        File.ReadAllText(Path.Combine(_model.Output, "model-card.md")).ShouldContain("\nSieving.\r\n<!-- mlops:end");
        File.ReadAllText(_model.At("Model/model-card.md")).ShouldContain("Sieving.\r\n");
    }

    [Fact]
    public void Changing_how_the_model_is_judged_does_not_train_it_again()
    {
        _model.Build().ShouldSucceed();
        _model.Write("Model/training-config.yaml", ModelFolder.Configuration.Replace("100", "120", StringComparison.Ordinal));
        _model.Build("--no-restore").ShouldSucceed().Ran.ShouldBe(["evaluate", "gate", "package", "report"]);
    }

    [Fact]
    public void A_fresh_clone_takes_everything_from_the_cache()
    {
        _model.Build().ShouldSucceed();
        Directory.Delete(Path.Combine(_model.Folder, "obj"), recursive: true);
        Directory.Delete(Path.Combine(_model.Folder, "bin"), recursive: true);
        var second = _model.Build().ShouldSucceed();
        second.Ran.ShouldBeEmpty();
        File.Exists(Path.Combine(_model.Output, "report.md")).ShouldBeTrue();
    }

    [Fact]
    public void A_damaged_cache_entry_is_dropped_said_and_made_again()
    {
        _model.Build().ShouldSucceed();
        var model = File.ReadAllBytes(Path.Combine(_model.State, "train", "model.onnx"));
        var stored = Directory.EnumerateFiles(Path.Combine(_model.Cache, "objects"), "*", SearchOption.AllDirectories)
            .Single(file => File.ReadAllBytes(file).SequenceEqual(model));
        File.WriteAllText(stored, "damaged");
        Directory.Delete(_model.State, recursive: true);
        var second = _model.Build("--no-restore").ShouldSucceed();
        second.Output.ShouldContain("warning MLOPS0200: cache entry dropped: 'model.onnx' of stage 'train' is damaged. The stage runs");
        second.Ran.ShouldBe(["train"]);
    }
}
