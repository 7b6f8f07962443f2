using MlOps.Build.Inference.Interpreter;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>An array of values with a shape, row-major.</summary>
public abstract class Tensor
{
    private protected Tensor(int[] shape) => Sizes = shape;

    /// <summary>The size of each dimension.</summary>
    public IReadOnlyList<int> Shape => Sizes;

    /// <summary>The number of values.</summary>
    public abstract int Length { get; }

    /// <summary>The values' type as ONNX names it; <see cref="OnnxType.Undefined"/> for one that ONNX files of the kit do not hold.</summary>
    public abstract OnnxType ElementType { get; }

    /// <summary><see cref="Shape"/> without the interface; never written to.</summary>
    internal int[] Sizes { get; }

    /// <summary>A tensor of the given values.</summary>
    /// <exception cref="ArgumentException">The shape does not hold that many values.</exception>
    public static Tensor<T> Create<T>(T[] values, params int[] shape) => new(values, shape);

    /// <summary>The array of the values, which tensors may share.</summary>
    internal abstract Array Data { get; }

    /// <summary>The same values, not copied, in another shape of the same length.</summary>
    internal abstract Tensor Reshaped(int[] shape);

    /// <summary>A tensor of the same type, with default values.</summary>
    internal abstract Tensor NewLike(int[] shape);

    /// <summary>A tensor of the same type for a node to fill; what it holds is undefined.</summary>
    internal abstract Tensor NewLike(NodeCall call, ReadOnlySpan<int> shape);

    /// <summary>Copies a run of values into a tensor of the same type.</summary>
    /// <exception cref="InvalidCastException">The other tensor has another type.</exception>
    internal abstract void CopyTo(int from, Tensor target, int to, int count);

    /// <summary>Copies the values at the given positions, in that order, into a tensor of the same type.</summary>
    internal abstract void Pick(ReadOnlySpan<int> positions, Tensor target);
}
