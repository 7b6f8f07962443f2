using MlOps.Build.Inference.Interpreter;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>
/// Runs ONNX graphs in managed code, with the same bits on every processor. Everything is planned at load; a run keeps no state, so one
/// session serves any number of threads.
/// </summary>
public sealed class ManagedModelSession : IModelSession
{
    private readonly SessionPlan _plan;

    private ManagedModelSession(SessionPlan plan)
    {
        _plan = plan;
        Inputs = [.. plan.Inputs.Select(input => input.Name)];
        Outputs = [.. plan.Outputs.Select(output => output.Name)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Inputs { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>Reads and plans a model file.</summary>
    /// <exception cref="InferenceException">The file is damaged, or uses an operator or a type that the interpreter lacks.</exception>
    public static ManagedModelSession Load(ReadOnlyMemory<byte> model) => Load(OnnxModelReader.Read(model));

    /// <summary>Plans a model.</summary>
    /// <exception cref="InferenceException">The model uses an operator or a type that the interpreter lacks.</exception>
    public static ManagedModelSession Load(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ManagedModelSession(SessionPlanner.Plan(model));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var values = (Tensor?[])_plan.InitialValues.Clone();
        InputCheck.Place(_plan, inputs, values);
        foreach (var node in _plan.Nodes)
            Run(node, values);

        var outputs = new Dictionary<string, Tensor>(_plan.Outputs.Length, StringComparer.Ordinal);
        foreach (var (name, slot) in _plan.Outputs)
            outputs[name] = values[slot] ?? throw new InferenceException($"The model gave no value for its output '{name}'.");
        return outputs;
    }

    // A kernel meets only what a model or its inputs can get wrong: shapes, types and indices. The node's name makes that findable.
    private static void Run(NodePlan node, Tensor?[] values)
    {
        try
        {
            node.Kernel.Run(new NodeCall(values, node));
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or ArithmeticException or InvalidCastException)
        {
            throw node.Info.Fail($"its inputs {Describe(node, values)} do not fit ({e.Message})", e);
        }

        foreach (var slot in node.LastUses)
            values[slot] = null;
    }

    private static string Describe(NodePlan node, Tensor?[] values) => string.Join(", ", node.Inputs.Select(slot =>
        slot < 0 || values[slot] is not { } tensor ? "none" : $"{tensor.ElementType}{Shapes.Text(tensor.Sizes)}"));
}
