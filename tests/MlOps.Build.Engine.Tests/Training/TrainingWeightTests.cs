using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines.Champions;
using MlOps.Build.Engine.Training;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>A row of weight n counts as n rows.</summary>
public sealed class TrainingWeightTests
{
    public static TheoryData<string, string, LearningTask> Cases => new()
    {
        { "logistic-regression", "credit", LearningTask.Binary },
        { "linear-regression", "diabetes", LearningTask.Regression },
        { "naive-bayes", "iris", LearningTask.Multiclass },
        { "random-forest", "iris", LearningTask.Multiclass },
        { "baseline", "diabetes", LearningTask.Regression },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_model_of_weighted_rows_is_that_of_repeated_rows(string name, string data, LearningTask task)
    {
        var trainer = TrainerCatalog.Find(name)!;
        var set = ExampleSet.Named(data).Complete();
        var rows = Enumerable.Range(0, Math.Min(300, set.Rows * 3 / 4)).ToArray();
        var weights = Array.ConvertAll(rows, row => 1f + (row % 3));
        var request = set.Request(trainer, task, 0.75, Settings(name)) with { Train = set.Take(rows, weights) };
        var repeated = request with { Train = set.Take(rows.SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))) };
        var (one, other) = (Outputs(trainer, request), Outputs(trainer, repeated));
        for (var i = 0; i < one.Length; i++)
            ((double)one[i]).ShouldBe(other[i], 1e-4 * Math.Max(1, Math.Abs(other[i])), $"value {i}");
        one.ShouldNotBe(Outputs(trainer, request with { Train = set.Take(rows) }));
    }

    [Fact]
    public void A_row_without_weight_is_not_there_for_boosted_trees()
    {
        var trainer = TrainerCatalog.Find("gradient-boosted-trees")!;
        var set = ExampleSet.Named("diabetes");
        var wrong = set.All([.. Enumerable.Range(0, set.Rows).Select(row => row % 2 == 0 ? 1f : 0)]);
        var labels = wrong.Labels.Select((label, row) => row % 2 == 0 ? label : 1e6f).ToArray();
        var request = set.Request(trainer, LearningTask.Regression, 0.75, ("num_iterations", 20), ("early_stopping_rounds", 0)) with
        {
            Train = wrong with { Labels = labels },
        };
        Outputs(trainer, request).Max().ShouldBeLessThan(1000);
    }

    [Fact]
    public void The_column_of_the_configuration_reaches_the_training_and_is_no_feature()
    {
        using var model = new TinyModel();
        var lines = File.ReadAllLines(model.File("data.csv"));
        model.Write("data.csv", string.Join('\n', lines.Select((line, i) => line + (i == 0 ? ",exposure" : $",{1 + (i % 5)}"))) + "\n");
        model.Write("training-config.yaml", TinyModel.Configuration + "trainer: logistic-regression\nexclude: [exposure]\n");
        model.RunTo(StageNames.Train).Succeeded.ShouldBeTrue();
        var before = File.ReadAllBytes(model.File("obj/mlops/train/head.onnx"));
        model.Write("training-config.yaml", TinyModel.Configuration + "trainer: logistic-regression\nweight: exposure\n");
        model.RunTo(StageNames.Report).Succeeded.ShouldBeTrue();
        File.ReadAllBytes(model.File("obj/mlops/train/head.onnx")).ShouldNotBe(before);
        model.Read(StageNames.Features, StageFiles.FeatureSummary, ContractsJson.Default.FeatureSummary)
            .Excluded.ShouldContain(column => column.Column == "exposure" && column.Reason == "the weight of rows");
    }

    [Theory]
    [InlineData("weight: wdth", "MLOPS2001: 'weight' names the column 'wdth', which the data does not have. Did you mean 'width'?")]
    [InlineData("weight: good", "MLOPS4144: 'good' is the label and cannot be 'weight'.")]
    [InlineData("weight: width\ntrainer: k-nearest-neighbours", "it takes no weights. Remove 'weight', or use another trainer.")]
    public void A_weight_that_does_not_fit_is_refused(string setting, string expected)
    {
        using var model = new TinyModel();
        model.Write("training-config.yaml", TinyModel.Configuration + setting + "\n");
        model.RunTo(StageNames.Report).Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldContain(line => line.Contains(expected));
    }

    [Fact]
    public void A_negative_weight_names_its_row()
    {
        using var model = new TinyModel();
        var text = File.ReadAllText(model.File("data.csv")).Replace("\n37,53,", "\n-37,53,", StringComparison.Ordinal);
        model.Write("data.csv", text);
        model.Write("training-config.yaml", TinyModel.Configuration + "weight: width\n");
        model.RunTo(StageNames.Report).Diagnostics.Select(diagnostic => diagnostic.ToString())
            .ShouldContain(line => line.Contains("MLOPS4145: 'width' is below 0 at data.csv(3); a weight is a number from 0."));
    }

    // Nothing is drawn, and no penalty looks at the scale of features, which is that of the rows as they are.
    private static (string Name, double Value)[] Settings(string trainer) => trainer switch
    {
        "random-forest" => [("n_estimators", 1), ("bootstrap", 0), ("max_features", 1)],
        "logistic-regression" or "linear-regression" => [("l2", 0)],
        _ => [],
    };

    private static float[] Outputs(ITrainer trainer, TrainingRequest request)
    {
        var model = trainer.Train(request, null, TestContext.Current.CancellationToken).Model;
        return new HeadRun(model, new ThreadTeam(1, TestContext.Current.CancellationToken)).Outputs(request.Validation.Features);
    }
}
