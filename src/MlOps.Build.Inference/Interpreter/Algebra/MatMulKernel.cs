using MlOps.Build.Inference.Interpreter.Elementwise;

namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>MatMul as NumPy has it: the last two dimensions are matrices, those before are broadcast.</summary>
internal sealed class MatMulKernel : Kernel
{
    public override void Run(NodeCall call)
    {
        int[] left = call[0].Sizes.Length == 1 ? [1, .. call[0].Sizes] : call[0].Sizes;
        int[] right = call[1].Sizes.Length == 1 ? [.. call[1].Sizes, 1] : call[1].Sizes;
        if (left.Length < 2 || right.Length < 2 || left[^1] != right[^2])
            throw call.Node.Fail($"{Shapes.Text(call[0].Sizes)} times {Shapes.Text(call[1].Sizes)} is not defined");
        var (m, k, n) = (left[^2], left[^1], right[^1]);
        var batches = new Broadcast(call.Node, left.AsSpan(0, left.Length - 2).ToArray(), right.AsSpan(0, right.Length - 2).ToArray());
        int[] shape = [.. batches.Shape, m, n];
        var result = Multiply(call, batches, shape, m, k, n);
        var dropped = shape.ToList();
        if (call[0].Sizes.Length == 1)
            dropped.RemoveAt(dropped.Count - 2);
        if (call[1].Sizes.Length == 1)
            dropped.RemoveAt(dropped.Count - 1);
        call.Return(result.Reshaped([.. dropped]));
    }

    private static Tensor Multiply(NodeCall call, Broadcast batches, int[] shape, int m, int k, int n)
    {
        switch (call[0], call[1])
        {
            case (Tensor<float> a, Tensor<float> b):
                var floats = new float[Shapes.Length(shape)];
                ForEach(batches, (x, y, z) => MatrixProduct.Multiply(
                    a.Values.AsSpan(x * m * k, m * k), b.Values.AsSpan(y * k * n, k * n), floats.AsSpan(z * m * n, m * n), k, n));
                return Tensor.Create(floats, shape);
            case (Tensor<double> a, Tensor<double> b):
                var doubles = new double[Shapes.Length(shape)];
                ForEach(batches, (x, y, z) => MatrixProduct.Multiply(
                    a.Values.AsSpan(x * m * k, m * k), b.Values.AsSpan(y * k * n, k * n), doubles.AsSpan(z * m * n, m * n), k, n));
                return Tensor.Create(doubles, shape);
            default:
                throw call.Unsupported(1);
        }
    }

    private static void ForEach(Broadcast batches, Action<int, int, int> multiply)
    {
        var to = 0;
        for (; batches.HasRun; batches.Next())
        {
            for (var i = 0; i < batches.RunLength; i++)
                multiply(batches.Offset(0) + (i * batches.Step(0)), batches.Offset(1) + (i * batches.Step(1)), to++);
        }
    }
}
