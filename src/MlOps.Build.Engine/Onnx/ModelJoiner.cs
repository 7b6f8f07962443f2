using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Onnx;

/// <summary>
/// Joins preprocessing and head into the model that is served: what the one calls its output <c>features</c> is what the other reads.
/// </summary>
internal static class ModelJoiner
{
    /// <summary>The value at which the two halves meet.</summary>
    public const string Seam = "features";

    /// <summary>
    /// Inputs are those of the preprocessing; outputs are those of the head. Inner names of the head that the preprocessing has too get
    /// a prefix; outputs and inputs keep theirs. Metadata are merged, the head's last.
    /// </summary>
    /// <exception cref="ArgumentException">The seam is missing, an output of the head has an input's name, or the opsets do not fit.</exception>
    public static OnnxModel Join(OnnxModel preprocessing, OnnxModel head)
    {
        ArgumentNullException.ThrowIfNull(preprocessing);
        ArgumentNullException.ThrowIfNull(head);
        Check(preprocessing.Graph.Outputs.Any(output => output.Name == Seam), $"The preprocessing has no output '{Seam}'.");
        Check(head.Graph.Inputs is [{ Name: Seam }], $"The head must read '{Seam}' and nothing else.");
        var outputs = head.Graph.Outputs.Select(output => output.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var input in preprocessing.Graph.Inputs)
            Check(!outputs.Contains(input.Name), $"'{input.Name}' is an input of the preprocessing and an output of the head. Rename one.");

        var first = GraphNames.Rename(preprocessing.Graph, InnerNames(preprocessing.Graph, outputs));
        var taken = GraphNames.Values(first).Concat(first.Nodes.Select(node => node.Name)).ToHashSet(StringComparer.Ordinal);
        var second = GraphNames.Rename(head.Graph, HeadNames(head.Graph, taken, outputs));
        return new OnnxModel
        {
            IrVersion = Math.Max(preprocessing.IrVersion, head.IrVersion),
            Opsets = Opsets(preprocessing.Opsets, head.Opsets),
            ProducerName = head.ProducerName,
            Metadata = Merge(preprocessing.Metadata, head.Metadata),
            Graph = new OnnxGraph
            {
                Name = head.Graph.Name,
                Nodes = [.. first.Nodes, .. second.Nodes],
                Inputs = first.Inputs,
                Outputs = second.Outputs,
                Initializers = [.. first.Initializers, .. second.Initializers],
            },
        };
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new ArgumentException(otherwise);
    }

    // Values inside the preprocessing step aside where the head's outputs want their names.
    private static Dictionary<string, string> InnerNames(OnnxGraph graph, HashSet<string> wanted)
    {
        var taken = GraphNames.Values(graph).Concat(wanted).ToHashSet(StringComparer.Ordinal);
        return GraphNames.Values(graph).Where(name => wanted.Contains(name) && name != Seam).Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => GraphNames.Fresh($"preprocessing/{name}", taken), StringComparer.Ordinal);
    }

    private static Dictionary<string, string> HeadNames(OnnxGraph graph, HashSet<string> taken, HashSet<string> outputs)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = GraphNames.Values(graph).Concat(graph.Nodes.Select(node => node.Name)).Distinct(StringComparer.Ordinal).ToList();
        taken.UnionWith(outputs);
        foreach (var name in all.Where(name => name.Length > 0 && name != Seam && !outputs.Contains(name)))
            names[name] = GraphNames.Fresh(taken.Contains(name) ? $"head/{name}" : name, taken);
        return names;
    }

    // Below 13, operators such as ReduceSum and Squeeze read attributes that became inputs; from there on newer sets run older nodes.
    private static SortedDictionary<string, long> Opsets(IReadOnlyDictionary<string, long> first, IReadOnlyDictionary<string, long> second)
    {
        var opsets = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (domain, version) in first.Concat(second))
        {
            var other = opsets.GetValueOrDefault(domain, version);
            Check(domain.Length > 0 || version == other || Math.Min(version, other) >= 13, $"Opsets {other} and {version} cannot be joined.");
            opsets[domain] = Math.Max(version, other);
        }

        return opsets;
    }

    private static SortedDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second)
    {
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in first.Concat(second))
            merged[key] = value;
        return merged;
    }
}
