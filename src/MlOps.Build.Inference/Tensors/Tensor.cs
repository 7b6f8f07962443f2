using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>An array of values with a shape, row-major.</summary>
public abstract class Tensor
{
    private protected Tensor(int[] shape) => Shape = shape;

    /// <summary>The size of each dimension.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of values.</summary>
    public abstract int Length { get; }

    /// <summary>The values' type as ONNX names it; <see cref="OnnxType.Undefined"/> for one that ONNX files of the kit do not hold.</summary>
    public abstract OnnxType ElementType { get; }

    /// <summary>A tensor of the given values.</summary>
    /// <exception cref="ArgumentException">The shape does not hold that many values.</exception>
    public static Tensor<T> Create<T>(T[] values, params int[] shape) => new(values, shape);
}
