using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training;

/// <summary>The second half of a model: from the feature matrix to probabilities or a prediction.</summary>
internal sealed class HeadGraph(int features)
{
    private readonly GraphBuilder _builder = Start(features);

    public GraphBuilder Builder => _builder;

    /// <summary>Ends the graph with probabilities of the classes, <c>[N, classes]</c>.</summary>
    public byte[] WithProbabilities(string value, int classes)
    {
        _builder.AddOutput(ModelSignature.ProbabilitiesOutput, value, OnnxType.Float, null, classes);
        return OnnxModelWriter.Write(_builder.Build());
    }

    /// <summary>Ends the graph with a prediction, <c>[N, 1]</c>.</summary>
    public byte[] WithPrediction(string value)
    {
        _builder.AddOutput(ModelSignature.PredictionOutput, value, OnnxType.Float, null, 1);
        return OnnxModelWriter.Write(_builder.Build());
    }

    /// <summary>Ends the graph with several numbers a row, <c>[N, free]</c>: a step on the way, no model.</summary>
    public byte[] WithValues(string value)
    {
        _builder.AddOutput(ModelSignature.PredictionOutput, value, OnnxType.Float, null, null);
        return OnnxModelWriter.Write(_builder.Build());
    }

    private static GraphBuilder Start(int features)
    {
        var builder = new GraphBuilder("model");
        builder.AddInput(TrainerResult.FeaturesInput, OnnxType.Float, null, features);
        return builder;
    }
}
