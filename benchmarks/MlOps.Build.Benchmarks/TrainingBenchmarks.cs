using BenchmarkDotNet.Attributes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Features;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;
using MlOps.Build.Engine.Training;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Benchmarks;

/// <summary>Learning the diamonds sample's price from features, early stopping included, and scoring its test rows.</summary>
[InProcess]
public class TrainingBenchmarks
{
    private readonly DiagnosticBag _diagnostics = [];
    private SampleData _diamonds = null!;
    private Label _label = null!;
    private Split _split = null!;
    private FeatureMatrix _features = null!;
    private FeatureMatrix _test = null!;
    private IModelSession _head = null!;

    [Params("gradient-boosted-trees", "linear-regression")]
    public string Trainer { get; set; } = "";

    [GlobalSetup]
    public void BuildFeatures()
    {
        _diamonds = SampleData.Read("Diamonds", "diamonds.csv");
        var (table, schema, config) = (_diamonds.Table, _diamonds.Schema, _diamonds.Config);
        _label = LabelBuilder.Build(table, config, _diagnostics)!;
        _split = Splitter.Split(table, schema, config, _label, _diagnostics)!;
        var traits = TrainerTraits.Of(TrainerCatalog.Find(Trainer)!);
        var pipeline = FeatureBuilder.Fit(table, schema, config, traits, _label, _split, _diagnostics)!;
        var rows = Enumerable.Range(0, table.RowCount).ToArray();
        var session = ManagedModelSession.Load(pipeline.Preprocessing);
        _features = FeatureTransformer.Transform(session, pipeline.Signature, pipeline.Summary, table, rows);
        _test = _features.Take(_split.Test);
        _head = ManagedModelSession.Load(OnnxModelReader.Read(Train()));
    }

    [Benchmark]
    public int Fit() => Train().Length;

    [Benchmark]
    public Tensor ScoreTestRows() => _head.Run(new Dictionary<string, Tensor>
    {
        [TrainerResult.FeaturesInput] = Tensor.Create(_test.Values, _test.Rows, _test.Columns),
    })[ModelSignature.PredictionOutput];

    private byte[] Train() => ModelTrainer.Train(
        TrainerCatalog.Find(Trainer)!, _diamonds.Config, _features, _label, _split, Environment.ProcessorCount, _diagnostics, null, default)!.Model;
}
