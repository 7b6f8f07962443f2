using Microsoft.Data.Sqlite;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Tracking.Search;

namespace MlOps.Build.Tracking.Tests;

public sealed class RunStoreTests : IDisposable
{
    private readonly RunFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_comes_back_as_it_was_given()
    {
        var run = RunFolder.Run(1) with
        {
            Parent = $"{7:x32}",
            Inputs = [new RunInput { Name = "data/a.csv", Kind = "data", Sha256 = new string('a', 64), Size = 12 }],
            Artifacts = [new RunArtifact { Path = "model.onnx", Sha256 = new string('b', 64), Size = 3, File = "/tmp/model.onnx" }],
            Metrics =
            [
                new RunMetric { Key = "auc", Value = 0.75, Lower = 0.7, Upper = 0.8, Time = DateTimeOffset.FromUnixTimeMilliseconds(5) },
                new RunMetric { Key = "loss", Value = double.NaN, Step = 3, Time = DateTimeOffset.FromUnixTimeMilliseconds(6) },
                new RunMetric { Key = "loss", Value = double.NegativeInfinity, Step = 4, Time = DateTimeOffset.FromUnixTimeMilliseconds(7) },
            ],
        };
        using (var store = _folder.Store())
            store.Start(run);

        using var reader = RunReader.Open(_folder.File);
        var back = reader.Search(new RunSearch(), steps: true).ShouldHaveSingleItem();
        back.Metrics.ShouldBe(run.Metrics);
        back.Inputs.ShouldBe(run.Inputs);
        back.Artifacts.ShouldBe(run.Artifacts);
        back.Parameters.OrderBy(pair => pair.Key).ShouldBe(run.Parameters.OrderBy(pair => pair.Key));
        (back.Id, back.Experiment, back.Name, back.Parent, back.Start, back.End).ShouldBe((run.Id, run.Experiment, run.Name, run.Parent, run.Start, null));
        // This process lives.
        back.Status.ShouldBe(RunStatus.Running);
    }

    [Fact]
    public void Rows_are_never_changed_or_removed()
    {
        using (var store = _folder.Store())
            RunFolder.Keep(store, RunFolder.Run(1), RunStatus.Finished, ("auc", 0.5, 0));
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        foreach (var sql in new[] { "update runs set name = 'x'", "delete from metrics", "update ends set status = 'Failed'", "delete from tags" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).Message.ShouldContain("runs are only added to");
        }
    }

    [Fact]
    public void What_is_added_after_the_end_counts_and_a_value_given_again_is_the_newer_one()
    {
        using var store = _folder.Store();
        var run = RunFolder.Keep(store, RunFolder.Run(1), RunStatus.Finished, ("auc", 0.5, 0));
        var change = new RunChange();
        change.Metrics.Add(new RunMetric { Key = "auc", Value = 0.6, Time = run.Start.AddHours(1) });
        change.Tags["lower"] = "again";
        store.Add(change.Apply(run), change);

        using var reader = RunReader.Open(_folder.File);
        var found = reader.Search(new RunSearch { Clauses = SearchParser.Filter("metrics.auc = 0.6 and tags.lower = 'again'") }).ShouldHaveSingleItem();
        found.Metrics.ShouldHaveSingleItem().Value.ShouldBe(0.6);
        found.Tags["lower"].ShouldBe("again");
    }

    [Fact]
    public void Git_is_told_to_ignore_the_folder_that_builds_make()
    {
        using (var store = _folder.Store())
            store.Start(RunFolder.Run(1));
        File.ReadAllText(Path.Combine(_folder.Root, ".mlops", ".gitignore")).ShouldBe("*\n");
    }

    [Fact]
    public void The_newest_run_of_a_key_is_found_by_it()
    {
        using var store = _folder.Store();
        foreach (var number in new[] { 1, 2 })
        {
            var run = RunFolder.Run(number);
            store.Start(run with { Tags = new Dictionary<string, string> { [RunTags.Key] = "k" } });
        }

        store.Find("Model", RunTags.Key, "k")!.Id.ShouldBe($"{2:x32}");
        store.Find("Model", RunTags.Key, "other").ShouldBeNull();
        store.Find("Another", RunTags.Key, "k").ShouldBeNull();
    }

    [Theory]
    [InlineData("pragma user_version = 99; pragma application_id = 1298943826", "a later MlOps.Build wrote it")]
    [InlineData("create table other(x)", "another program")]
    public void A_file_of_another_kind_is_left_alone(string sql, string reason)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File)!);
        using (var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        Should.Throw<RunsFileException>(() => RunReader.Open(_folder.File)).Message.ShouldContain(reason);
        using var store = _folder.Store();
        Should.Throw<RunsFileException>(() => store.Start(RunFolder.Run(1))).Message.ShouldContain(reason);
    }

    [Fact]
    public void A_tracker_whose_log_fails_warns_once_and_goes_on()
    {
        File.WriteAllText(Path.Combine(_folder.Root, "taken"), "");
        using var store = new RunStore(Path.Combine(_folder.Root, "taken", "runs.db"));
        var tracker = new RunTracker(store, "Model", _folder.Diagnostics);

        using (var run = tracker.Start("train", null, _ => { }, TestContext.Current.CancellationToken))
        {
            run.Metric("auc", 1);
            run.End(RunStatus.Finished);
        }

        var warning = _folder.Diagnostics.ShouldHaveSingleItem();
        warning.Code.ShouldBe(TrackingCodes.NotRecorded);
        warning.Severity.ShouldBe(DiagnosticSeverity.Warning);
        tracker.IsOn.ShouldBeFalse();
    }

    [Fact]
    public void A_record_that_nobody_ends_has_failed_and_one_that_was_stopped_is_killed()
    {
        using var stopped = new CancellationTokenSource();
        using (var store = _folder.Store())
        {
            var tracker = new RunTracker(store, "Model", _folder.Diagnostics);
            tracker.Start("failed", null, _ => { }, TestContext.Current.CancellationToken).Dispose();
            var run = tracker.Start("killed", null, _ => { }, stopped.Token);
            stopped.Cancel();
            run.Dispose();
        }

        using var reader = RunReader.Open(_folder.File);
        reader.Search(new RunSearch()).ToDictionary(run => run.Name, run => run.Status)
            .ShouldBe(new Dictionary<string, RunStatus> { ["failed"] = RunStatus.Failed, ["killed"] = RunStatus.Killed }, ignoreOrder: true);
    }
}
