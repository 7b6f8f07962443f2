using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Onnx;

/// <summary>The names of a graph's values and nodes.</summary>
internal static class GraphNames
{
    /// <summary>Everything that a node may read: inputs, constants and what nodes make.</summary>
    public static IEnumerable<string> Values(OnnxGraph graph) =>
        graph.Inputs.Select(input => input.Name)
            .Concat(graph.Initializers.Select(tensor => tensor.Name))
            .Concat(graph.Nodes.SelectMany(node => node.Outputs))
            .Where(name => name.Length > 0);

    /// <summary>The wanted name, or that with a number when it is taken; taken afterwards.</summary>
    public static string Fresh(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var i = 2; !taken.Add(name); i++)
            name = $"{wanted}_{i}";
        return name;
    }

    /// <summary>The graph with other names for the values and nodes that the map names.</summary>
    public static OnnxGraph Rename(OnnxGraph graph, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0)
            return graph;
        string To(string name) => names.GetValueOrDefault(name, name);
        return graph with
        {
            Nodes =
            [
                .. graph.Nodes.Select(node => node with
                {
                    Name = To(node.Name),
                    Inputs = [.. node.Inputs.Select(To)],
                    Outputs = [.. node.Outputs.Select(To)],
                }),
            ],
            Initializers = [.. graph.Initializers.Select(tensor => tensor with { Name = To(tensor.Name) })],
            Inputs = [.. graph.Inputs.Select(value => value with { Name = To(value.Name) })],
            Outputs = [.. graph.Outputs.Select(value => value with { Name = To(value.Name) })],
        };
    }
}
