using MlOps.Build.Engine.Onnx;

namespace MlOps.Build.Engine.Features.Words;

/// <summary>
/// Words of texts in a graph. ONNX splits by one delimiter at a time and fills up with empty texts, so after each the parts that hold
/// something move to the front, in their order: n-grams are made of neighbours.
/// </summary>
internal sealed class WordGraph(GraphBuilder graph)
{
    // ONNX Runtime takes no list of no texts, and no text without words, so one row more goes through, and is cut off at the end.
    private const string ExtraRow = "x";

    /// <summary>From texts <c>[N, 1]</c> to words <c>[N + 1, most words]</c>, filled up with empty ones; the last row is one to be cut off.</summary>
    public string Split(string texts, WordSplitter splitter)
    {
        // Equal on texts came at 19, StringSplit at 20.
        graph.RequireOpset(20);
        var list = Node("Reshape", texts, Whole("list", -1));
        var parts = graph.AddNode("Concat", [list, graph.AddConstant("extra row", [ExtraRow], 1)], ("axis", 0L));
        if (splitter.LowerCase)
            parts = graph.AddNode("StringNormalizer", [parts], ("case_change_action", "LOWER"), ("locale", "C"));
        parts = Node("Reshape", parts, Whole("column", -1, 1));
        return splitter.Separators.Aggregate(parts, SplitBy);
    }

    /// <summary>A matrix without its last row.</summary>
    public string WithoutExtraRow(string matrix) => Node("Slice", matrix, Whole("first", 0), Whole("last", -1));

    private string SplitBy(string parts, char separator)
    {
        var split = graph.AddNode("", "StringSplit", [parts], 2, ("delimiter", separator.ToString()))[0];
        var all = graph.AddNode("Flatten", [split], ("axis", 1L));
        var full = graph.AddMlNode(
            "LabelEncoder", [all], ("keys_strings", (string[])[""]), ("values_int64s", (long[])[0]), ("default_int64", 1L));
        var counts = graph.AddNode("ReduceSum", [full, Whole("row", 1)], ("keepdims", 0L));
        var most = graph.AddNode("ReduceMax", [counts], ("keepdims", 1L));
        var places = graph.AddNode("", "TopK", [full, most], 2, ("axis", 1L))[1];
        return graph.AddNode("GatherElements", [all, places], ("axis", 1L));
    }

    private string Node(string @operator, params string[] inputs) => graph.AddNode(@operator, inputs);

    private string Whole(string name, params long[] values) => graph.AddConstant(name, values, values.Length);
}
