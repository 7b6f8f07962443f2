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

    /// <summary>The operators of a model that the interpreter lacks, such as <c>LSTM</c> or <c>ai.onnx.ml.ZipMap</c>, each once, in ordinal
    /// order; empty when it has them all.</summary>
    public static IReadOnlyList<string> Lacking(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return
        [
            .. model.Graph.Nodes.Where(node => !KernelRegistry.Has(node.Domain, node.Operator))
                .Select(node => node.Domain.Length == 0 ? node.Operator : $"{node.Domain}.{node.Operator}")
                .Distinct(StringComparer.Ordinal)
                .OrderBy(name => name, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return GraphRun.Run(_plan, inputs);
    }

    /// <summary>Memory for repeated runs of this session, each on the same input tensors, filled anew.</summary>
    public SessionMemory CreateMemory() => new(_plan);
}
