using MlOps.Build.Inference.Interpreter.Memory;

namespace MlOps.Build.Inference.Interpreter;

/// <summary>
/// One run of one node: its place in the run's values, and the memory that it had in the run before where runs repeat; null makes all of it new.
/// </summary>
internal readonly struct NodeCall(Tensor?[] values, NodePlan plan, NodeMemory? memory)
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

    /// <summary>A tensor to fill; what it holds is undefined.</summary>
    public Tensor<T> New<T>(ReadOnlySpan<int> shape) =>
        memory is null ? new Tensor<T>(new T[Shapes.Length(shape)], shape.ToArray()) : memory.Tensor<T>(shape);

    /// <summary>A matrix to fill; what it holds is undefined.</summary>
    public Tensor<T> New<T>(int rows, int columns)
    {
        ReadOnlySpan<int> shape = stackalloc int[] { rows, columns };
        return New<T>(shape);
    }

    /// <summary>A tensor of another's shape to fill; what it holds is undefined.</summary>
    public Tensor<T> Like<T>(Tensor other) =>
        memory is null ? new Tensor<T>(new T[other.Length], other.Sizes) : memory.Tensor<T>(other.Sizes);

    /// <summary>The same values, not copied, in another shape of the same length.</summary>
    public Tensor Reshaped(Tensor tensor, int[] shape) => memory is null ? tensor.Reshaped(shape) : memory.Reshaped(tensor, shape);

    /// <summary>Values for the length of this call, all 0.</summary>
    public T[] Scratch<T>(int length) => memory is null ? new T[length] : memory.Scratch<T>(length);

    /// <summary>
    /// What follows from shapes and constants alone, such as the layout of a result. Where memory is used again shapes do not change, so it
    /// is derived once; unless it reads lists, from the given input on, that are no constants of the graph.
    /// </summary>
    public TLayout Derive<TKernel, TLayout>(TKernel kernel, Func<TKernel, NodeCall, TLayout> derive, int lists = int.MaxValue)
        where TLayout : class =>
        memory is null || !AreConstants(lists) ? derive(kernel, this) : memory.Known<TLayout>() ?? memory.Keep(derive(kernel, this));

    public void Return(Tensor output) => Return(0, output);

    public void Return(int index, Tensor output)
    {
        if (index < plan.Outputs.Length && plan.Outputs[index] >= 0)
            values[plan.Outputs[index]] = output;
    }

    /// <summary>For an input whose type the operator does not take.</summary>
    public InferenceException Unsupported(int input) => plan.Info.Fail(
        $"its input {input} is of type {this[input].ElementType}, which the managed interpreter does not take there. {NodeInfo.WayOut}");

    private bool AreConstants(int first)
    {
        for (var i = first; i < plan.Inputs.Length; i++)
        {
            if (plan.Inputs[i] >= 0 && plan.Info.Constant(i) is null)
                return false;
        }

        return true;
    }
}
