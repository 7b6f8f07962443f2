using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>A search in a build: from spaces in the configuration to the model that the winner's settings make.</summary>
public sealed class TuneStageTests
{
    private const string Space = TinyModel.Configuration
        + "hyperparameters: { num_iterations: 20, min_data_in_leaf: 5, learning_rate: { min: 0.02, max: 0.5, scale: log }, num_leaves: { min: 2, max: 9 } }\n";

    [Fact]
    public void A_project_without_a_space_has_nothing_to_search_and_stays_up_to_date()
    {
        using var model = new TinyModel();
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        File.Exists(model.File("obj/mlops/tune/tuning.json")).ShouldBeFalse();
        File.Exists(model.File("obj/mlops/tune.trials")).ShouldBeFalse();
        PackageContents.Files(new StateFolder(model.Project.StateFolder)).Keys.ShouldNotContain(PartNames.Tuning);
        model.Write("training-config.yaml", TinyModel.Configuration + "seed: 5\n");
        var again = model.RunTo(StageNames.Tune);
        (again.State, again.Headline).ShouldBe((StageState.UpToDate, ""));
    }

    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    [InlineData("asha, rungs: 2")]
    [InlineData("grid")]
    [InlineData("tpe, folds: 3, metric: auc")]
    public void The_best_trials_settings_train_the_model_and_the_report_and_the_package_have_all_trials(string method)
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", Space + $"tuning: {{ trials: 14, method: {method} }}\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var tuning = model.Json("tune/tuning.json", ContractsJson.Default.TuningSummary);
        tuning.Trials.Count.ShouldBeGreaterThanOrEqualTo(14);
        tuning.Trials.Select(trial => trial.Number).ShouldBe(Enumerable.Range(1, tuning.Trials.Count));
        var best = tuning.Trials[tuning.Best - 1];
        var top = tuning.Trials.Max(trial => trial.Rung);
        best.Value.ShouldBe(tuning.Trials.Where(trial => trial.Rung == top).Max(trial => trial.Value));
        var trained = model.Json("train/training.json", ContractsJson.Default.TrainingSummary).Model.Hyperparameters;
        foreach (var (name, value) in best.Settings)
            trained[name].ShouldBe(value);
        (trained["num_iterations"], trained["min_data_in_leaf"]).ShouldBe((20, 5));
        model.Json("report/evidence.json", ContractsJson.Default.ModelEvidence).Tuning!.Best.ShouldBe(tuning.Best);
        File.ReadAllText(model.File("bin/mlops/report.md")).ShouldContain($"Trial {tuning.Best} was best");
        PackageContents.Files(new StateFolder(model.Project.StateFolder)).Keys.ShouldContain(PartNames.Tuning);
        model.Json("package/lineage.json", ContractsJson.Default.Lineage).Stages.Keys.ShouldContain(StageNames.Tune);
        model.RunTo(StageNames.Tune).State.ShouldBe(StageState.UpToDate);
    }

    [Fact]
    public void The_value_of_the_winner_is_that_of_the_trained_model_on_the_validation_rows()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", Space + "tuning: { trials: 5, method: random, metric: log_loss }\n");
        model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        var tuning = model.Json("tune/tuning.json", ContractsJson.Default.TuningSummary);
        var trained = model.Json("train/training.json", ContractsJson.Default.TrainingSummary).Model;
        tuning.Trials[tuning.Best - 1].Value!.Value.ShouldBe(trained.Steps[trained.BestStep - 1].ValidationLoss, 1e-6);
    }

    [Fact]
    public void Any_number_of_threads_leaves_the_same_files()
    {
        var files = new[] { 1, 2, 3 }.Select(threads =>
        {
            using var model = new TinyModel { With = project => project with { Threads = threads } };
            model.Write("training-config.yaml", Space + "tuning: { trials: 16 }\n");
            model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
            return (File.ReadAllText(model.File("obj/mlops/tune/tuning.json")), Convert.ToBase64String(File.ReadAllBytes(model.File("obj/mlops/train/model.onnx"))));
        }).ToList();
        files[1].ShouldBe(files[0]);
        files[2].ShouldBe(files[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(13)]
    public void A_killed_build_goes_on_where_it_was(int after)
    {
        using var whole = new TinyModel();
        whole.Write("training-config.yaml", Space + "tuning: { trials: 14 }\n");
        whole.RunTo(StageNames.Tune).Succeeded.ShouldBeTrue();

        using var model = new TinyModel { With = project => project with { Threads = 1 } };
        model.Write("training-config.yaml", Space + "tuning: { trials: 14 }\n");
        model.RunTo(StageNames.Features).Succeeded.ShouldBeTrue();
        using var stop = new CancellationTokenSource();
        var heard = new Heard() { At = after, Do = stop.Cancel };
        Should.Throw<OperationCanceledException>(() => new ModelPipeline(model.Project).Run(StageNames.Tune, heard, stop.Token));
        File.Exists(model.File("obj/mlops/tune/tuning.json")).ShouldBeFalse();

        var rest = new Heard();
        new ModelPipeline(model.Project).Run(StageNames.Tune, rest, TestContext.Current.CancellationToken).Succeeded.ShouldBeTrue();
        rest.Count.ShouldBe(14 - after);
        File.ReadAllText(model.File("obj/mlops/tune/tuning.json")).ShouldBe(File.ReadAllText(whole.File("obj/mlops/tune/tuning.json")));
    }

    [Fact]
    public void Trials_that_fail_are_kept_with_their_reasons_and_the_search_goes_on()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + "hyperparameters: { num_iterations: 5, objective: [binary, huber] }\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var trials = model.Json("tune/tuning.json", ContractsJson.Default.TuningSummary).Trials;
        trials.Count.ShouldBe(2);
        trials[0].Value.ShouldNotBeNull();
        trials[1].Reason.ShouldNotBeNull().ShouldContain("huber");
        File.ReadAllText(model.File("bin/mlops/report.md")).ShouldContain("Trials that failed: 1");
    }

    [Fact]
    public void A_search_in_which_every_trial_fails_is_an_error_with_the_first_reason()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + "hyperparameters: { objective: [poisson, huber] }\n");
        var outcome = model.RunTo(StageNames.Report);
        (outcome.Stage, outcome.Succeeded).ShouldBe((StageNames.Tune, false));
        outcome.Diagnostics.Single().ToString().ShouldStartWith("training-config.yaml(5,20): error MLOPS3055: none of 2 trials gave a value of pr_auc; trial 1: ");
    }

    [Fact]
    public void A_search_that_finds_the_same_does_not_train_again()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", Space + "tuning: { trials: 12, batch: 2 }\n");
        model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        model.Write("training-config.yaml", Space + "tuning: { trials: 12, batch: 2, time: 5h }\n");
        model.RunTo(StageNames.Tune).State.ShouldBe(StageState.Ran);
        model.RunTo(StageNames.Train).State.ShouldBe(StageState.UpToDate);
    }

    [Fact]
    public void Test_rows_change_nothing_in_a_search()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", Space + "tuning: { trials: 12 }\n");
        model.RunTo(StageNames.Tune).Succeeded.ShouldBeTrue();
        var before = File.ReadAllText(model.File("obj/mlops/tune/tuning.json"));
        var state = new StateFolder(model.Project.StateFolder);
        var (label, split) = new Workspace(model.Project, new TableShelf()).Split();
        label.Values.Length.ShouldBe(120);
        var matrix = Engine.Pipelines.Stages.MatrixFile.Read(state.File(StageNames.Features, StageFiles.FeatureMatrix));
        foreach (var row in split.Test)
            matrix.Values.AsSpan(row * matrix.Columns, matrix.Columns).Fill(float.NaN);
        Engine.Pipelines.Stages.MatrixFile.Write(state.File(StageNames.Features, StageFiles.FeatureMatrix), matrix);
        File.Delete(state.TrialsFile);
        Directory.Delete(state.Stage(StageNames.Tune), recursive: true);
        new ModelPipeline(model.Project).Run(StageNames.Tune, null, TestContext.Current.CancellationToken).State.ShouldBe(StageState.Ran);
        File.ReadAllText(model.File("obj/mlops/tune/tuning.json")).ShouldBe(before);
    }

    private sealed class Heard : IProgress<string>
    {
        public int At { get; init; }

        public Action? Do { get; init; }

        public int Count { get; private set; }

        public void Report(string value)
        {
            if (value.StartsWith("trial ", StringComparison.Ordinal) && ++Count == At)
                Do?.Invoke();
        }
    }
}
