using MlOps.Build.Contracts;
using MlOps.Build.Engine.Training.Boosting;
using MlOps.Build.Engine.Training.Boosting.Objectives;
using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

/// <summary>Every loss, and categories: the managed interpreter, ONNX Runtime and the trainer's own scores agree on every row.</summary>
public sealed class BoostingParityTests
{
    private static readonly string[] Losses = ["regression", "regression_l1", "huber", "quantile", "poisson", "tweedie", "lambdarank"];

    [Fact]
    public void ONNX_Runtime_agrees_for_every_loss_and_for_sets_of_categories()
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var requests = Losses.Select(loss => (Name: loss, Request: Of("steps_counts", loss, []))).ToList();
        requests.Add(("categories", Of("steps_codes", "regression", [30, 9, 0])));
        var trainer = new BoostedTreesTrainer();
        var cases = requests.Select(item => (
            item.Name,
            item.Request,
            trainer.Train(item.Request, null, TestContext.Current.CancellationToken).Model,
            Inputs: InputsOf(item.Request.Validation.Features))).ToList();
        var results = OnnxRuntimeProcess.RunAll([.. cases.Select(item => (item.Model, item.Inputs))]);
        for (var i = 0; i < cases.Count; i++)
        {
            var expected = Values(results[i].Outputs.ShouldNotBeNull($"{cases[i].Name}: {results[i].Error}"));
            var actual = Values(ManagedModelSession.Load(cases[i].Model).Run(cases[i].Inputs));
            ModelAgreement.ShouldHold(actual, expected, LearningTask.Regression, actual.Length, cases[i].Name);
            Own(cases[i].Request, actual, cases[i].Name is "poisson" or "tweedie");
        }
    }

    private static void Own(TrainingRequest request, float[] actual, bool exponential)
    {
        var ensemble = BoostedTreesTrainer.Boost(request, null, TestContext.Current.CancellationToken).Ensemble;
        for (var row = 0; row < actual.Length; row++)
        {
            var score = ensemble.Scores(Holes(request.Validation.Features).Row(row))[0];
            ((double)actual[row]).ShouldBe(exponential ? Math.Exp(score) : score, 1e-5 * Math.Max(1, Math.Abs(actual[row])));
        }
    }

    private static TrainingRequest Of(string data, string loss, int[] categories)
    {
        var objective = ObjectiveCatalog.Names.ToList().IndexOf(loss);
        var request = ExampleSet.Named(data).Request(
            new BoostedTreesTrainer(), LearningTask.Regression, 0.75, ("objective", objective), ("num_iterations", 25), ("min_data_per_group", 5));
        return request with { Train = Coded(request.Train, categories), Validation = Coded(request.Validation, categories) };
    }

    private static TrainingSet Coded(TrainingSet set, int[] categories) => set with
    {
        Features = new FeatureMatrix(set.Features.Rows, set.Features.Names, Holes(set.Features).Values) { Categories = categories },
        Lists = [.. Enumerable.Range(0, set.Labels.Length).Select(row => row / 10)],
    };

    private static FeatureMatrix Holes(FeatureMatrix features)
    {
        var values = (float[])features.Values.Clone();
        for (var i = 0; i < values.Length; i += 13)
            values[i] = float.NaN;
        return new FeatureMatrix(features.Rows, features.Names, values);
    }

    private static Dictionary<string, Tensor> InputsOf(FeatureMatrix features) =>
        new() { [TrainerResult.FeaturesInput] = Tensor.Create(features.Values, features.Rows, features.Columns) };

    private static float[] Values(IReadOnlyDictionary<string, Tensor> outputs) => ((Tensor<float>)outputs.Values.Single()).Values;
}
