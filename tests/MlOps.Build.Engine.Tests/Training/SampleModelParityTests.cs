using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>
/// The whole model of each sample, from raw columns to the output, with every trainer: the managed interpreter and ONNX Runtime agree on
/// every test row.
/// </summary>
public sealed class SampleModelParityTests
{
    [Theory]
    [InlineData("BirdStrikes", "birdstrikes.csv")]
    [InlineData("Penguins", "penguins.csv")]
    [InlineData("Diamonds", "diamonds.csv")]
    public void ONNX_Runtime_agrees_on_every_test_row_with_every_trainer(string sample, string data)
    {
        OnnxRuntimeProcess.SkipIfAbsent();
        var folder = Path.Combine(AppContext.BaseDirectory, "Training", "Samples", sample);
        var schema = SchemaFile.Parse("schema.yaml", File.ReadAllText(Path.Combine(folder, "schema.yaml")), []).ShouldNotBeNull();
        var config = TrainingConfigFile
            .Parse("training-config.yaml", File.ReadAllText(Path.Combine(folder, "training-config.yaml")), []).ShouldNotBeNull();
        var source = new DataSource(Path.Combine(folder, "data", data), data);
        var table = TableReader.Read([source], schema, [], TestContext.Current.CancellationToken).ShouldNotBeNull();
        var label = LabelBuilder.Build(table, config, []).ShouldNotBeNull();
        var split = Splitter.Split(table, schema, config, label, []).ShouldNotBeNull();
        var models = TrainerCatalog.All.Where(trainer => trainer.Supports(config.Task))
            .Select(trainer => (trainer.Name, Model: WholeModel(trainer, table, schema, config, label, split)))
            .ToList();

        var theirs = OnnxRuntimeProcess.RunAll([.. models.Select(item => (item.Model.Bytes, item.Model.TestRows))]);
        for (var i = 0; i < models.Count; i++)
        {
            var name = $"{sample}, {models[i].Name}";
            var expected = Values(theirs[i].Outputs.ShouldNotBeNull($"{name}: {theirs[i].Error}"));
            var actual = Values(ManagedModelSession.Load(models[i].Model.Bytes).Run(models[i].Model.TestRows));
            ModelAgreement.ShouldHold(actual, expected, config.Task, split.Test.Length, name);
        }
    }

    private static (byte[] Bytes, IReadOnlyDictionary<string, Tensor> TestRows) WholeModel(
        ITrainer trainer, Table table, DataSchema schema, TrainingConfig config, Label label, Split split)
    {
        var pipeline = FeatureBuilder.Fit(table, schema, config, TrainerTraits.Of(trainer), label, split, []).ShouldNotBeNull();
        var features = FeatureTransformer.Transform(
            ManagedModelSession.Load(pipeline.Preprocessing),
            pipeline.Signature,
            pipeline.Summary.Inputs,
            table,
            [.. Enumerable.Range(0, table.RowCount)]);
        var stop = TestContext.Current.CancellationToken;
        var trained = ModelTrainer.Train(trainer, config, features, label, split, 2, [], null, stop).ShouldNotBeNull();
        var model = OnnxModelWriter.Write(ModelJoiner.Join(pipeline.Preprocessing, OnnxModelReader.Read(trained.Model)));
        return (model, TableTensors.Of(table, pipeline.Signature, split.Test));
    }

    private static float[] Values(IReadOnlyDictionary<string, Tensor> outputs) => ((Tensor<float>)outputs.Values.Single()).Values;
}
