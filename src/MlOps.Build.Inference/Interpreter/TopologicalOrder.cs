using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Interpreter;

/// <summary>
/// Orders nodes so that each reads only what stands before it. Files should be in that order already; then nothing moves.
/// </summary>
internal static class TopologicalOrder
{
    public static List<OnnxNode> Of(IReadOnlyList<OnnxNode> nodes, Func<string, bool> isGiven)
    {
        var makers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var output in nodes[i].Outputs.Where(name => name.Length > 0))
                makers[output] = i;
        }

        var waits = new int[nodes.Count];
        var readers = new List<int>?[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var input in nodes[i].Inputs.Where(name => !isGiven(name)))
            {
                if (!makers.TryGetValue(input, out var maker))
                    continue;
                (readers[maker] ??= []).Add(i);
                waits[i]++;
            }
        }

        return Order(nodes, waits, readers);
    }

    // The smallest index goes first, so a sorted file keeps its order.
    private static List<OnnxNode> Order(IReadOnlyList<OnnxNode> nodes, int[] waits, List<int>?[] readers)
    {
        var ready = new SortedSet<int>();
        for (var i = 0; i < waits.Length; i++)
        {
            if (waits[i] == 0)
                ready.Add(i);
        }

        var ordered = new List<OnnxNode>(nodes.Count);
        while (ready.Count > 0)
        {
            var next = ready.Min;
            ready.Remove(next);
            ordered.Add(nodes[next]);
            foreach (var reader in readers[next] ?? Enumerable.Empty<int>())
            {
                if (--waits[reader] == 0)
                    ready.Add(reader);
            }
        }

        return ordered.Count == nodes.Count ? ordered : throw new InferenceException("The model's graph has a cycle, so it has no order to run in.");
    }
}
