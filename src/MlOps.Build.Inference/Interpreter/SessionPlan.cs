using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Interpreter;

/// <summary>A graph ready to run: values by number instead of by name.</summary>
internal sealed record SessionPlan
{
    public required OnnxValue[] Inputs { get; init; }

    /// <summary>Where each input stands.</summary>
    public required int[] InputSlots { get; init; }

    public required (string Name, int Slot)[] Outputs { get; init; }

    public required NodePlan[] Nodes { get; init; }

    /// <summary>The values before a run: constants at their places, null elsewhere.</summary>
    public required Tensor?[] InitialValues { get; init; }
}
