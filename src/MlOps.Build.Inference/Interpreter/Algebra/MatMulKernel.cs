namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>MatMul as NumPy has it: the last two dimensions are matrices, those before are broadcast.</summary>
internal sealed class MatMulKernel : Kernel
{
    public override void Run(NodeCall call)
    {
        var product = call.Derive(this, static (_, call) => new MatMulLayout(call));
        var result = Multiply(call, product);
        call.Return(product.Result.Length == product.Shape.Length ? result : call.Reshaped(result, product.Result));
    }

    private static Tensor Multiply(NodeCall call, MatMulLayout product)
    {
        switch (call[0], call[1])
        {
            case (Tensor<float> a, Tensor<float> b):
                var floats = call.New<float>(product.Shape);
                Multiply(a.Values, b.Values, floats.Values, product, call.Scratch<double>(product.N));
                return floats;
            case (Tensor<double> a, Tensor<double> b):
                var doubles = call.New<double>(product.Shape);
                Multiply(a.Values, b.Values, doubles.Values, product);
                return doubles;
            default:
                throw call.Unsupported(1);
        }
    }

    private static void Multiply(float[] a, float[] b, float[] result, MatMulLayout product, double[] sums)
    {
        var (m, k, n) = (product.M, product.K, product.N);
        var to = 0;
        for (product.Batches.Restart(); product.Batches.HasRun; product.Batches.Next())
        {
            for (var i = 0; i < product.Batches.RunLength; i++, to++)
                MatrixProduct.Multiply(a.AsSpan(product.Left(i), m * k), b.AsSpan(product.Right(i), k * n), result.AsSpan(to * m * n, m * n), sums);
        }
    }

    private static void Multiply(double[] a, double[] b, double[] result, MatMulLayout product)
    {
        var (m, k, n) = (product.M, product.K, product.N);
        var to = 0;
        for (product.Batches.Restart(); product.Batches.HasRun; product.Batches.Next())
        {
            for (var i = 0; i < product.Batches.RunLength; i++, to++)
                MatrixProduct.Multiply(a.AsSpan(product.Left(i), m * k), b.AsSpan(product.Right(i), k * n), result.AsSpan(to * m * n, m * n), k, n);
        }
    }
}
