using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Training.Heads;

/// <summary>
/// Raises operator sets that are older than the interpreter's where it changes nothing: no operator of the graph has another form since.
/// Many exporters still name <c>ai.onnx.ml</c> 1 and <c>ai.onnx</c> 9 to 12.
/// </summary>
internal static class OlderOpsets
{
    private const long First = 13;
    private const long FirstOfLearning = 2;

    // Those of https://github.com/onnx/onnx/blob/main/docs/Changelog.md whose versions 9 to 13 differ in the types they take, not in form.
    private static readonly HashSet<string> Unchanged = new(StringComparer.Ordinal)
    {
        "Abs", "Add", "And", "Cast", "Ceil", "Concat", "Constant", "ConstantOfShape", "Div", "Equal", "Exp", "Expand", "Flatten", "Floor", "Gather",
        "Gemm", "Greater", "Identity", "Less", "Log", "MatMul", "Max", "Min", "Mul", "Neg", "Not", "Or", "Reciprocal", "Relu", "Reshape", "Shape",
        "Sigmoid", "Sign", "Sqrt", "Sub", "Tile", "Transpose", "Where", "Xor",
    };

    public static IReadOnlyDictionary<string, long> Raise(IReadOnlyDictionary<string, long> opsets, OnnxGraph graph)
    {
        var raised = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (domain, version) in opsets)
        {
            raised[domain] = domain switch
            {
                "" when version is >= 9 and < First && Operators(graph, domain).All(Unchanged.Contains) => First,
                "ai.onnx.ml" when version < FirstOfLearning && !Operators(graph, domain).Contains("LabelEncoder") => FirstOfLearning,
                _ => version,
            };
        }

        // A graph of learned operators alone may import nothing else, and what ends it is of ai.onnx.
        raised.TryAdd("", First);
        return raised;
    }

    private static IEnumerable<string> Operators(OnnxGraph graph, string domain) =>
        graph.Nodes.Where(node => node.Domain == domain).Select(node => node.Operator);
}
