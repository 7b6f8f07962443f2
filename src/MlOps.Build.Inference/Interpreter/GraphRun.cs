using MlOps.Build.Inference.Interpreter.Memory;

namespace MlOps.Build.Inference.Interpreter;

/// <summary>Runs the nodes of a plan.</summary>
internal static class GraphRun
{
    /// <summary>A run on its own: everything it makes is new, and given up after its last use.</summary>
    public static Dictionary<string, Tensor> Run(SessionPlan plan, IReadOnlyDictionary<string, Tensor> inputs)
    {
        var values = (Tensor?[])plan.InitialValues.Clone();
        InputCheck.Place(plan, inputs, values);
        foreach (var node in plan.Nodes)
        {
            Run(node, values, null);
            foreach (var slot in node.LastUses)
                values[slot] = null;
        }

        var outputs = new Dictionary<string, Tensor>(plan.Outputs.Length, StringComparer.Ordinal);
        Collect(plan, values, outputs);
        return outputs;
    }

    // A kernel meets only what a model or its inputs can get wrong: shapes, types and indices. The node's name makes that findable.
    public static void Run(NodePlan node, Tensor?[] values, NodeMemory? memory)
    {
        try
        {
            node.Kernel.Run(new NodeCall(values, node, memory));
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or ArithmeticException or InvalidCastException)
        {
            throw node.Info.Fail($"its inputs {Describe(node, values)} do not fit ({e.Message})", e);
        }
    }

    public static void Collect(SessionPlan plan, Tensor?[] values, Dictionary<string, Tensor> outputs)
    {
        foreach (var (name, slot) in plan.Outputs)
            outputs[name] = values[slot] ?? throw new InferenceException($"The model gave no value for its output '{name}'.");
    }

    private static string Describe(NodePlan node, Tensor?[] values) => string.Join(", ", node.Inputs.Select(slot =>
        slot < 0 || values[slot] is not { } tensor ? "none" : $"{tensor.ElementType}{Shapes.Text(tensor.Sizes)}"));
}
