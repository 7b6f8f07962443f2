namespace MlOps.Build.Inference.Interpreter;

/// <summary>One run of one node: its place in the run's values.</summary>
internal readonly struct NodeCall(Tensor?[] values, NodePlan plan)
{
    public int InputCount => plan.Inputs.Length;

    public int OutputCount => plan.Outputs.Length;

    public NodeInfo Node => plan.Info;

    /// <summary>An input that the operator needs.</summary>
    public Tensor this[int input] =>
        Optional(input) ?? throw plan.Info.Fail($"its input {input} is absent");

    /// <summary>An input that may be absent.</summary>
    public Tensor? Optional(int input) =>
        input < plan.Inputs.Length && plan.Inputs[input] >= 0 ? values[plan.Inputs[input]] : null;

    /// <summary>An input of a given type.</summary>
    public Tensor<T> Typed<T>(int input) =>
        this[input] as Tensor<T> ?? throw Unsupported(input);

    public void Return(Tensor output) => Return(0, output);

    public void Return(int index, Tensor output)
    {
        if (index < plan.Outputs.Length && plan.Outputs[index] >= 0)
            values[plan.Outputs[index]] = output;
    }

    /// <summary>For an input whose type the operator does not take.</summary>
    public InferenceException Unsupported(int input) => plan.Info.Fail(
        $"its input {input} is of type {this[input].ElementType}, which the managed interpreter does not take there. {NodeInfo.WayOut}");
}
