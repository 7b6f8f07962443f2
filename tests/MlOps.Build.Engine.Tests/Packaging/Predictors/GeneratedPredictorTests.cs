using System.Collections;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Predictors;
using MlOps.Build.Inference;
using static MlOps.Build.Engine.Tests.Packaging.Predictors.Signatures;

namespace MlOps.Build.Engine.Tests.Packaging.Predictors;

/// <summary>Generated predictors, compiled, loaded and run; the model is one that answers with what it is told.</summary>
public sealed class GeneratedPredictorTests
{
    [Theory]
    [InlineData(0.2f, false)]
    [InlineData(0.25f, true)]
    [InlineData(0.75f, true)]
    public void A_binary_row_is_positive_from_the_threshold_on(float probability, bool expected)
    {
        var options = Options(LearningTask.Binary, Input("Speed"));
        dynamic predictor = Load(options, ["no", "yes"], [1 - probability, probability]);

        var prediction = predictor.Predict(Row(predictor));
        ((float)prediction.Probability).ShouldBe(probability);
        ((bool)prediction.IsDamaged).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0.69f, false)]
    [InlineData(0.75f, true)]
    public void A_threshold_that_training_chose_is_read_from_the_model(float probability, bool expected)
    {
        var binary = Options(LearningTask.Binary, Input("Speed"));
        var options = binary with { Signature = binary.Signature with { Threshold = null } };
        GeneratedCode.Findings(PredictorSource.Generate(options)).ShouldBeEmpty();
        dynamic predictor = Load(options, ["no", "yes"], [1 - probability, probability], threshold: 0.7);

        ((double)predictor.Threshold).ShouldBe(0.7);
        ((bool)predictor.Predict(Row(predictor)).IsDamaged).ShouldBe(expected);
    }

    [Fact]
    public void A_regression_gives_the_number()
    {
        dynamic predictor = Load(Options(LearningTask.Regression, Input("Speed")), [], [42.5f]);

        ((float)predictor.Predict(Row(predictor)).Value).ShouldBe(42.5f);
    }

    [Fact]
    public void A_regression_with_intervals_gives_both_ends_row_by_row()
    {
        var plain = Options(LearningTask.Regression, Input("Speed"));
        var options = plain with { Signature = plain.Signature with { Interval = new PredictionInterval { Method = "conformal", Coverage = 0.9 } } };
        GeneratedCode.Findings(PredictorSource.Generate(options)).ShouldBeEmpty();
        dynamic predictor = Load(options, [], [42.5f]);

        var rows = Array.CreateInstance(((object)Row(predictor)).GetType(), 2);
        for (var i = 0; i < rows.Length; i++)
            rows.SetValue(Row(predictor), i);
        foreach (var prediction in predictor.Predict((dynamic)rows))
            (((float)prediction.Value, (float)prediction.Lower, (float)prediction.Upper)).ShouldBe((42.5f, 41.5f, 44.5f));
    }

    [Fact]
    public void Classes_that_the_contract_names_are_an_enum_whatever_their_order_in_the_model()
    {
        var options = Options(LearningTask.Multiclass, Input("Speed")).WithClasses("Adelie", "never seen", "Gentoo");
        dynamic predictor = Load(options, ["Gentoo", "Adelie"], [0.75f, 0.25f]);

        var prediction = predictor.Predict(Row(predictor));
        ((string)prediction.Class.ToString()).ShouldBe("Gentoo");
        ((float)prediction.Probabilities.Gentoo).ShouldBe(0.75f);
        ((float)prediction.Probabilities.Adelie).ShouldBe(0.25f);
        ((float)prediction.Probabilities.NeverSeen).ShouldBe(0f);
    }

    [Fact]
    public void Classes_that_only_the_data_knows_are_texts()
    {
        dynamic predictor = Load(Options(LearningTask.Multiclass, Input("Speed")), ["Gentoo", "Adelie"], [0.25f, 0.75f]);

        var prediction = predictor.Predict(Row(predictor));
        ((string)prediction.Class).ShouldBe("Adelie");
        ((float)((ClassProbabilities)prediction.Probabilities)["Gentoo"]).ShouldBe(0.25f);
    }

    [Fact]
    public void Many_rows_run_in_batches_and_come_out_in_order()
    {
        var sizes = new List<int>();
        dynamic predictor = Load(Options(LearningTask.Regression, Input("Speed")), [], [1f], sizes);
        var rows = Array.CreateInstance(((object)Row(predictor)).GetType(), 2500);
        for (var i = 0; i < rows.Length; i++)
            rows.SetValue(Row(predictor), i);

        ((ICollection)predictor.Predict((dynamic)rows)).Count.ShouldBe(2500);
        sizes.ShouldBe([1024, 1024, 452]);
    }

    private static object Row(object predictor) =>
        Activator.CreateInstance(predictor.GetType().Assembly.GetType("Generated.StrikesInput").ShouldNotBeNull()).ShouldNotBeNull();

    private static object Load(PredictorOptions options, string[] classes, float[] outputs, List<int>? sizes = null, double? threshold = null)
    {
        var signature = options.Signature with { Classes = classes, Threshold = threshold ?? options.Signature.Threshold };
        PackagePart[] parts =
        [
            new(PartNames.Model, [1]),
            new(PartNames.Signature, JsonSerializer.SerializeToUtf8Bytes(signature, ContractsJson.Default.ModelSignature)),
            new(PartNames.Golden, JsonSerializer.SerializeToUtf8Bytes(new GoldenSet { Columns = [], Rows = [] }, ContractsJson.Default.GoldenSet)),
        ];
        var manifest = new ModelManifest { Name = "Strikes", Parts = [.. parts.Select(part => part.Describe())] };
        var resources = parts.ToDictionary(part => part.Path, part => part.Bytes);
        resources[PartNames.Manifest] = PackageLabel.ManifestBytes(manifest);
        var type = GeneratedCode.Load(options, resources).GetType("Generated.StrikesPredictor").ShouldNotBeNull();
        ModelSessionFactory told = _ => new Told(outputs, sizes ?? []);
        return Activator.CreateInstance(type, told).ShouldNotBeNull();
    }

    private sealed class Told(float[] outputs, List<int> sizes) : IModelSession
    {
        public IReadOnlyList<string> Inputs => ["Speed"];

        public IReadOnlyList<string> Outputs =>
            [ModelSignature.ProbabilitiesOutput, ModelSignature.PredictionOutput, ModelSignature.LowerOutput, ModelSignature.UpperOutput];

        public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
        {
            var rows = inputs["Speed"].Shape[0];
            sizes.Add(rows);
            Tensor tensor = Tensor.Create(Enumerable.Range(0, rows).SelectMany(_ => outputs).ToArray(), rows, outputs.Length);
            return new Dictionary<string, Tensor>
            {
                [ModelSignature.ProbabilitiesOutput] = tensor,
                [ModelSignature.PredictionOutput] = tensor,
                [ModelSignature.LowerOutput] = Each(rows, outputs[0] - 1),
                [ModelSignature.UpperOutput] = Each(rows, outputs[0] + 2),
            };
        }

        private static Tensor<float> Each(int rows, float value) => Tensor.Create(Enumerable.Repeat(value, rows).ToArray(), rows, 1);
    }
}
