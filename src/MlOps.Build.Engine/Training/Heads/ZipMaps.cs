using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>
/// <c>ZipMap</c> turns a tensor of probabilities into a list of maps by class; skl2onnx ends its classifiers with one unless told not to. The
/// tensor before it is what a head gives.
/// </summary>
internal static class ZipMaps
{
    public static OnnxGraph Remove(OnnxGraph graph)
    {
        var before = graph.Nodes.Where(node => node is { Domain: "ai.onnx.ml", Operator: "ZipMap", Inputs.Count: 1, Outputs.Count: 1 })
            .DistinctBy(node => node.Outputs[0])
            .ToDictionary(node => node.Outputs[0], node => node.Inputs[0], StringComparer.Ordinal);
        return before.Count == 0 ? graph : graph with
        {
            Nodes = [.. graph.Nodes.Where(node => node.Outputs is not [var made] || !before.ContainsKey(made))],
            Outputs =
            [
                .. graph.Outputs.Select(output => before.TryGetValue(output.Name, out var tensor) ? new OnnxValue(tensor, OnnxType.Float, [null, null]) : output),
            ],
        };
    }
}
