using System.Collections.Concurrent;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;
using MlOps.Build.Engine.Training.Neighbours;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>A sample's model by one trainer, from raw columns to the output; trained once for all tests.</summary>
internal sealed record SampleModel
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<SampleModel>>> Known = new();

    public required string Trainer { get; init; }

    public required DataSchema Schema { get; init; }

    public required TrainingConfig Config { get; init; }

    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The ONNX file.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>The raw columns of the test rows.</summary>
    public required IReadOnlyDictionary<string, Tensor> TestRows { get; init; }

    public required int TestRowCount { get; init; }

    /// <summary>The models of a sample, one a trainer that supports its task.</summary>
    public static IReadOnlyList<SampleModel> Of(string sample, string data) =>
        Known.GetOrAdd(sample, name => new Lazy<IReadOnlyList<SampleModel>>(() => Train(name, data))).Value;

    private static List<SampleModel> Train(string sample, string data)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Training", "Samples", sample);
        var schema = SchemaFile.Parse("schema.yaml", File.ReadAllText(Path.Combine(folder, "schema.yaml")), []).ShouldNotBeNull();
        var config = TrainingConfigFile
            .Parse("training-config.yaml", File.ReadAllText(Path.Combine(folder, "training-config.yaml")), []).ShouldNotBeNull();
        var source = new DataSource(Path.Combine(folder, "data", data), data);
        var table = TableReader.Read([source], schema, [], CancellationToken.None).ShouldNotBeNull();
        var label = LabelBuilder.Build(table, config, []).ShouldNotBeNull();
        var split = Splitter.Split(table, schema, config, label, []).ShouldNotBeNull();
        return [.. TrainerCatalog.All.Where(trainer => Fits(trainer, config, split)).Select(trainer => WholeModel(trainer, table, schema, config, label, split))];
    }

    // A model that carries its training rows takes a distance to each of them, for each test row.
    private static bool Fits(ITrainer trainer, TrainingConfig config, Split split) =>
        trainer.Supports(config.Task) && (trainer is not NeighboursTrainer || split.Train.Length <= 1000);

    /// <summary>The model that a trainer makes of a table.</summary>
    public static SampleModel WholeModel(ITrainer trainer, Table table, DataSchema schema, TrainingConfig config, Label label, Split split)
    {
        var pipeline = FeatureBuilder.Fit(table, schema, config, TrainerTraits.Of(trainer), label, split, []).ShouldNotBeNull();
        var features = FeatureTransformer.Transform(
            ManagedModelSession.Load(pipeline.Preprocessing),
            pipeline.Signature,
            pipeline.Summary,
            table,
            [.. Enumerable.Range(0, table.RowCount)]);
        var trained = ModelTrainer.Train(trainer, config, features, label, split, 2, [], null, CancellationToken.None).ShouldNotBeNull();
        return new SampleModel
        {
            Trainer = trainer.Name,
            Schema = schema,
            Config = config,
            Classes = label.Classes,
            Bytes = OnnxModelWriter.Write(ModelJoiner.Join(pipeline.Preprocessing, OnnxModelReader.Read(trained.Model))),
            TestRows = TableTensors.Of(table, pipeline.Signature, split.Test),
            TestRowCount = split.Test.Length,
        };
    }
}
