using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Training.Choosing;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary><c>trainer: auto</c> in a build: from the candidates to the winner's model and the leaderboard.</summary>
public sealed class AutoPipelineTests
{
    private const string Auto = TinyModel.Configuration
        + "trainer: auto\ntuning: { trials: 12, folds: 3, metric: auc, trainers: [logistic-regression, naive-bayes, extra-trees] }\n";

    // Student's t at 97.5 % with two degrees of freedom, from published tables.
    private const double T2 = 4.302652729911275;

    [Fact]
    public void The_winner_is_trained_and_the_leaderboard_is_everywhere()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", Auto);
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var tuning = Tuning(model);
        tuning.Trials.Count.ShouldBe(12);
        tuning.Trials.Take(3).ShouldAllBe(trial => trial.Settings.Count == 1);
        tuning.Leaderboard.Select(own => own.Trainer).ShouldBe(["logistic-regression", "naive-bayes", "extra-trees"], ignoreOrder: true);
        tuning.Leaderboard.Sum(own => own.Trials).ShouldBe(12);
        tuning.Leaderboard[0].Best.ShouldBe(tuning.Best);

        var trained = model.Json("train/training.json", ContractsJson.Default.TrainingSummary).Model;
        trained.Trainer.ShouldBe(tuning.Leaderboard[0].Trainer);
        foreach (var (name, value) in tuning.Trials[tuning.Best - 1].Settings.Where(setting => setting.Key != AutoTrainer.ChoiceName))
            trained.Hyperparameters[name.Split('.')[1]].ShouldBe(value);
        var report = File.ReadAllText(model.File("bin/mlops/report.md"));
        report.ShouldContain("Every trainer at its best.");
        report.ShouldContain($"trainer = {trained.Trainer}");
        model.Json("report/evidence.json", ContractsJson.Default.ModelEvidence).Tuning!.Leaderboard.Count.ShouldBe(3);
        model.RunTo(StageNames.Report).State.ShouldBe(StageState.UpToDate);
    }

    [Fact]
    public void Intervals_are_those_of_means_over_folds_that_share_training_rows()
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", Auto);
        model.RunTo(StageNames.Tune).Succeeded.ShouldBeTrue();
        var tuning = Tuning(model);
        var won = tuning.Trials[tuning.Best - 1].Folds!;
        foreach (var own in tuning.Leaderboard)
        {
            var values = tuning.Trials[own.Best!.Value - 1].Folds!;
            values.Average().ShouldBe(own.Value!.Value, 1e-12);
            (own.High!.Value - own.Low!.Value).ShouldBe(2 * Half([.. values]), 1e-9);
            if (own.Best == tuning.Best)
            {
                own.Difference.ShouldBeNull();
                continue;
            }

            double[] differences = [.. values.Zip(won, (value, best) => value - best)];
            own.Difference!.Value.ShouldBe(differences.Average(), 1e-12);
            (own.DifferenceHigh!.Value - own.Difference.Value).ShouldBe(Half(differences), 1e-9);
        }

        // s² (1/J + n_test/n_train), Nadeau and Bengio (2003), equation 8; three folds hold out half as many rows as they learn from.
        static double Half(double[] values)
        {
            var mean = values.Average();
            return T2 * Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / 2 * ((1.0 / 3) + (1.0 / 2)));
        }
    }

    [Fact]
    public void Any_number_of_threads_leaves_the_same_files()
    {
        var files = new[] { 1, 2 }.Select(threads =>
        {
            using var model = new TinyModel { With = project => project with { Threads = threads } };
            model.Write("training-config.yaml", Auto);
            model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
            return (File.ReadAllText(model.File("obj/mlops/tune/tuning.json")), Convert.ToBase64String(File.ReadAllBytes(model.File("obj/mlops/train/model.onnx"))));
        }).ToList();
        files[1].ShouldBe(files[0]);
    }

    [Fact]
    public void A_killed_build_goes_on_where_it_was_in_the_search_and_in_the_outer_folds()
    {
        const string Nested = TinyModel.Configuration
            + "trainer: auto\ntuning: { trials: 4, folds: 2, nested: 2, metric: auc, trainers: [logistic-regression, naive-bayes] }\n";
        using var whole = new TinyModel();
        whole.Write("training-config.yaml", Nested);
        whole.RunTo(StageNames.Tune).Succeeded.ShouldBeTrue();

        using var model = new TinyModel { With = project => project with { Threads = 1 } };
        model.Write("training-config.yaml", Nested);
        model.RunTo(StageNames.Features).Succeeded.ShouldBeTrue();
        foreach (var after in new[] { 2, 5 })
        {
            using var stop = new CancellationTokenSource();
            var heard = new Heard { At = after, Do = stop.Cancel };
            Should.Throw<OperationCanceledException>(() => new ModelPipeline(model.Project).Run(StageNames.Tune, heard, stop.Token));
        }

        var rest = new Heard();
        new ModelPipeline(model.Project).Run(StageNames.Tune, rest, TestContext.Current.CancellationToken).Succeeded.ShouldBeTrue();
        rest.Count.ShouldBe(12 - 7);
        File.ReadAllText(model.File("obj/mlops/tune/tuning.json")).ShouldBe(File.ReadAllText(whole.File("obj/mlops/tune/tuning.json")));
    }

    [Fact]
    public void Other_candidates_train_again()
    {
        using var model = new TinyModel();
        var settings = TinyModel.Configuration + "trainer: auto\ntuning: { trials: 1, folds: 2, trainers: [TRAINER] }\n";
        model.Write("training-config.yaml", settings.Replace("TRAINER", "naive-bayes", StringComparison.Ordinal));
        model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        model.Write("training-config.yaml", settings.Replace("TRAINER", "logistic-regression", StringComparison.Ordinal));
        model.RunTo(StageNames.Train).State.ShouldBe(StageState.Ran);
        model.Json("train/training.json", ContractsJson.Default.TrainingSummary).Model.Trainer.ShouldBe("logistic-regression");
    }

    private static TuningSummary Tuning(TinyModel model) => model.Json("tune/tuning.json", ContractsJson.Default.TuningSummary);

    private sealed class Heard : IProgress<string>
    {
        public int At { get; init; }

        public Action? Do { get; init; }

        public int Count { get; private set; }

        public void Report(string value)
        {
            if (value.Contains("trial ", StringComparison.Ordinal) && !value.Contains("judging", StringComparison.Ordinal) && ++Count == At)
                Do?.Invoke();
        }
    }
}
