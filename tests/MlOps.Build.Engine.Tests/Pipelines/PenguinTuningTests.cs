using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>A search over real data: the penguins of Palmer station, a sample of this repository.</summary>
public sealed class PenguinTuningTests
{
    private const string Space = """
        hyperparameters:
          num_leaves: { min: 2, max: 15 }
          min_data_in_leaf: { min: 1, max: 40, scale: log }
          learning_rate: { min: 0.02, max: 0.5, scale: log }
          lambda_l2: { min: 0.001, max: 50, scale: log }
        tuning: { trials: 24, folds: { method: stratified, folds: 3 } }

        """;

    [Fact]
    public void A_search_in_cross_validation_gives_a_model_that_is_better_in_it_than_the_defaults()
    {
        using var model = Penguins(Space);
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        var tuning = model.Json("tune/tuning.json", ContractsJson.Default.TuningSummary);
        (tuning.Metric, tuning.HigherIsBetter, tuning.JudgedOn).ShouldBe(("log_loss", false, "3 folds"));
        tuning.Trials.ShouldAllBe(trial => trial.Value != null);

        // The defaults as the only point of a space, judged on the same folds.
        using var plain = Penguins("hyperparameters: { num_leaves: [31] }\ntuning: { folds: { method: stratified, folds: 3 } }\n");
        plain.RunTo(StageNames.Tune).Succeeded.ShouldBeTrue();
        var defaults = plain.Json("tune/tuning.json", ContractsJson.Default.TuningSummary).Trials.Single();
        tuning.Trials[tuning.Best - 1].Value!.Value.ShouldBeLessThan(defaults.Value!.Value);

        var trained = model.Json("train/training.json", ContractsJson.Default.TrainingSummary).Model;
        foreach (var (name, value) in tuning.Trials[tuning.Best - 1].Settings)
            trained.Hyperparameters[name].ShouldBe(value);
        File.ReadAllText(model.File("bin/mlops/report.md")).ShouldContain("24 trials by Parzen estimators (TPE), judged by log loss on 3 folds");
    }

    private static TinyModel Penguins(string settings)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Training", "Samples", "Penguins");
        var model = new TinyModel();
        model.Write("data.csv", File.ReadAllText(Path.Combine(folder, "data", "penguins.csv")));
        model.Write("schema.yaml", File.ReadAllText(Path.Combine(folder, "schema.yaml")));
        model.Write("training-config.yaml", "task: multiclass\nlabel: species\nsplit: { by: stratified, validation: 0.15, test: 0.25 }\nexclude: [year]\n" + settings);
        return model;
    }
}
