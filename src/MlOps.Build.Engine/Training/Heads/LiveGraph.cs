using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>The part of a graph that one output is made by: what others need, such as a label beside the probabilities, is left out.</summary>
internal static class LiveGraph
{
    public static OnnxGraph Of(OnnxGraph graph, OnnxValue output)
    {
        var makers = new Dictionary<string, OnnxNode>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            foreach (var made in node.Outputs)
                makers[made] = node;
        }

        var (needed, nodes) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<OnnxNode>(ReferenceEqualityComparer.Instance));
        var waiting = new Stack<string>([output.Name]);
        while (waiting.TryPop(out var value))
        {
            if (!needed.Add(value) || !makers.TryGetValue(value, out var maker) || !nodes.Add(maker))
                continue;
            foreach (var read in maker.Inputs.Where(name => name.Length > 0))
                waiting.Push(read);
        }

        return graph with
        {
            Nodes = [.. graph.Nodes.Where(nodes.Contains)],
            Initializers = [.. graph.Initializers.Where(tensor => needed.Contains(tensor.Name))],
            Inputs = [.. graph.Inputs.Where(input => needed.Contains(input.Name))],
            Outputs = [output],
        };
    }
}
