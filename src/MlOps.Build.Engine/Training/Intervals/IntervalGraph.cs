using MlOps.Build.Contracts;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Intervals;

/// <summary>Puts the two ends of an interval beside a head's prediction <c>[N, 1]</c>.</summary>
internal static class IntervalGraph
{
    private const string Half = "interval/half";

    public static byte[] Append(byte[] head, double half)
    {
        var model = OnnxModelReader.Read(head);
        return OnnxModelWriter.Write(model with
        {
            Graph = model.Graph with
            {
                Nodes = [.. model.Graph.Nodes, End("Sub", ModelSignature.LowerOutput), End("Add", ModelSignature.UpperOutput)],
                Initializers = [.. model.Graph.Initializers, new OnnxTensor(Half, Tensor.Create([NotBelow(half)], 1))],
                Outputs = [.. model.Graph.Outputs, Output(ModelSignature.LowerOutput), Output(ModelSignature.UpperOutput)],
            },
        });
    }

    private static OnnxNode End(string @operator, string output) => new()
    {
        Operator = @operator,
        Name = output,
        Inputs = [ModelSignature.PredictionOutput, Half],
        Outputs = [output],
    };

    private static OnnxValue Output(string name) => new(name, OnnxType.Float, [null, 1]);

    // A narrower interval would lose the row whose error it is.
    private static float NotBelow(double value) => (float)value is var near && near < value ? MathF.BitIncrement(near) : near;
}
