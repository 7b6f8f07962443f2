using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Training.Heads;

/// <summary>Graphs such as exporters of other tools write them.</summary>
internal static class MadeElsewhere
{
    /// <summary>The softmax of 0 and <c>0.06 width + 0.04 height - 4.5</c>, under names of its own, with a label beside it.</summary>
    public static OnnxModel Classifier(string input = "X", string output = "probs")
    {
        var builder = new GraphBuilder("elsewhere");
        builder.AddInput(input, OnnxType.Float, null, 2);
        var scores = builder.AddNode("Gemm", [input, builder.AddConstant("W", [0f, 0.06f, 0f, 0.04f], 2, 2), builder.AddConstant("B", [0f, -4.5f], 2)]);
        var probabilities = builder.AddNode("Softmax", [scores], ("axis", 1L));
        builder.AddOutput("label", builder.AddNode("ArgMax", [probabilities], ("axis", 1L), ("keepdims", 0L)), OnnxType.Int64, [null]);
        builder.AddOutput(output, probabilities, OnnxType.Float, null, 2);
        return builder.Build();
    }

    /// <summary>What <see cref="Classifier"/> gives the second class.</summary>
    public static double Positive(double width, double height) => 1 / (1 + Math.Exp(4.5 - (0.06 * width) - (0.04 * height)));

    /// <summary>A graph of one node with one input and one output of the given shapes.</summary>
    public static OnnxModel OneNode(OnnxNode node, long?[] input, OnnxType type, params long?[] output) => new()
    {
        IrVersion = 8,
        Opsets = new Dictionary<string, long> { [""] = 15, ["ai.onnx.ml"] = 3 },
        Graph = new OnnxGraph
        {
            Name = "one",
            Nodes = [node],
            Inputs = [new OnnxValue(node.Inputs[0], OnnxType.Float, input)],
            Outputs = [new OnnxValue(node.Outputs[0], type, output)],
        },
    };
}
