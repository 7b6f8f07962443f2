using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Runs the learned half of a model over features.</summary>
internal sealed class HeadScorer
{
    // Large enough that a node's overhead vanishes, small enough for the processor's cache.
    private const int BatchRows = 2048;

    private readonly IModelSession _session;
    private readonly string _output;

    private HeadScorer(IModelSession session)
    {
        _session = session;
        _output = session.Outputs.Contains(ModelSignature.ProbabilitiesOutput)
            ? ModelSignature.ProbabilitiesOutput
            : ModelSignature.PredictionOutput;
    }

    public static HeadScorer Load(string path) => Load(File.ReadAllBytes(path));

    public static HeadScorer Load(byte[] model) => new(GraphSession.Open(model));

    /// <summary>Row-major probabilities, or one prediction a row.</summary>
    public float[] Score(FeatureMatrix features) => Output(features, _output);

    /// <summary>The ends of the interval of each row; null when the model gives none.</summary>
    public PredictionBounds? Bounds(FeatureMatrix features) => _session.Outputs.Contains(ModelSignature.LowerOutput)
        ? new(Output(features, ModelSignature.LowerOutput), Output(features, ModelSignature.UpperOutput))
        : null;

    private float[] Output(FeatureMatrix features, string name)
    {
        var parts = new List<float[]>();
        for (var start = 0; start < features.Rows; start += BatchRows)
        {
            var rows = Math.Min(BatchRows, features.Rows - start);
            var values = features.Values.AsSpan(start * features.Columns, rows * features.Columns).ToArray();
            var inputs = new Dictionary<string, Tensor> { [TrainerResult.FeaturesInput] = Tensor.Create(values, rows, features.Columns) };
            parts.Add(((Tensor<float>)_session.Run(inputs)[name]).Values);
        }

        return [.. parts.SelectMany(part => part)];
    }
}
