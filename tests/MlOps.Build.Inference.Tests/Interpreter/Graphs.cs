using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Tests.Interpreter;

/// <summary>Small models for tests.</summary>
internal static class Graphs
{
    public static OnnxModel Model(
        IReadOnlyList<OnnxNode> nodes, IReadOnlyList<OnnxValue> inputs, IReadOnlyList<OnnxValue> outputs, params OnnxTensor[] constants) => new()
        {
            IrVersion = 9,
            Opsets = new Dictionary<string, long> { [""] = 20, ["ai.onnx.ml"] = 3 },
            Graph = new OnnxGraph { Name = "test", Nodes = nodes, Inputs = inputs, Outputs = outputs, Initializers = constants },
        };

    public static OnnxNode Node(string @operator, string[] inputs, string[] outputs, params (string Name, object Value)[] attributes) => new()
    {
        Operator = @operator.Split('/')[^1],
        Domain = @operator.Contains('/') ? "ai.onnx.ml" : "",
        Name = "n_" + outputs[0],
        Inputs = inputs,
        Outputs = outputs,
        Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
    };

    public static OnnxValue Value(string name, OnnxType type, params long?[] shape) => new(name, type, shape);

    /// <summary>x and y, float [N, 1], to z by one operator.</summary>
    public static OnnxModel Binary(string @operator) => Model(
        [Node(@operator, ["x", "y"], ["z"])],
        [Value("x", OnnxType.Float, null, 1), Value("y", OnnxType.Float, null, 1)],
        [Value("z", OnnxType.Float, null, 1)]);

    public static Dictionary<string, Tensor> Inputs(params (string Name, Tensor Value)[] inputs) =>
        inputs.ToDictionary(input => input.Name, input => input.Value);
}
