using MlOps.Build.Inference.Interpreter;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference;

/// <summary>A tensor of <c>float</c>, <c>double</c>, <c>long</c>, <c>int</c>, <c>bool</c> or <c>string</c>.</summary>
public sealed class Tensor<T> : Tensor
{
    internal Tensor(T[] values, int[] shape)
        : base(shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        var expected = 1L;
        foreach (var size in shape)
            expected *= size;
        if (expected != values.LongLength)
            throw new ArgumentException($"{values.LongLength} values do not fill the shape [{string.Join(", ", shape)}].", nameof(values));
        Values = values;
    }

    /// <summary>The values, last dimension fastest.</summary>
    public T[] Values { get; }

    /// <inheritdoc/>
    public override int Length => Values.Length;

    /// <inheritdoc/>
    public override OnnxType ElementType => Values switch
    {
        float[] => OnnxType.Float,
        double[] => OnnxType.Double,
        long[] => OnnxType.Int64,
        int[] => OnnxType.Int32,
        byte[] => OnnxType.UInt8,
        bool[] => OnnxType.Bool,
        string[] => OnnxType.String,
        _ => OnnxType.Undefined,
    };

    internal override Array Data => Values;

    internal override Tensor Reshaped(int[] shape) => new Tensor<T>(Values, shape);

    internal override Tensor NewLike(int[] shape) => new Tensor<T>(new T[Shapes.Length(shape)], shape);

    internal override Tensor NewLike(NodeCall call, ReadOnlySpan<int> shape) => call.New<T>(shape);

    internal override void CopyTo(int from, Tensor target, int to, int count) =>
        Values.AsSpan(from, count).CopyTo(((Tensor<T>)target).Values.AsSpan(to, count));

    internal override void Pick(ReadOnlySpan<int> positions, Tensor target)
    {
        var picked = ((Tensor<T>)target).Values;
        for (var i = 0; i < positions.Length; i++)
            picked[i] = Values[positions[i]];
    }
}
