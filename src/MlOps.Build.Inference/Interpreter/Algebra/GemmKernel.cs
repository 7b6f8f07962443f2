namespace MlOps.Build.Inference.Interpreter.Algebra;

/// <summary>Gemm: alpha A B + beta C, either matrix transposed, C broadcast.</summary>
internal sealed class GemmKernel : Kernel
{
    private readonly float _alpha;
    private readonly float _beta;
    private readonly bool _transposeA;
    private readonly bool _transposeB;
    private readonly Tensor? _constantB;

    public GemmKernel(NodeInfo node)
    {
        _alpha = node.Float("alpha", 1);
        _beta = node.Float("beta", 1);
        _transposeA = node.Int("transA", 0) != 0;
        _transposeB = node.Int("transB", 0) != 0;
        _constantB = node.Constant(1) is { Sizes.Length: 2 } b ? Matrix(b, _transposeB) : null;
    }

    public override void Run(NodeCall call)
    {
        if (call[0].Sizes.Length != 2 || call[1].Sizes.Length != 2)
            throw call.Node.Fail("A and B must be matrices");
        var a = Matrix(call[0], _transposeA);
        var b = _constantB ?? Matrix(call[1], _transposeB);
        var (m, k, n) = (a.Sizes[0], a.Sizes[1], b.Sizes[1]);
        if (b.Sizes[0] != k)
            throw call.Node.Fail($"{Shapes.Text(a.Sizes)} times {Shapes.Text(b.Sizes)} is not defined");
        var c = new Addend(call, m, n);
        call.Return((a, b) switch
        {
            (Tensor<float> x, Tensor<float> y) => new Tensor<float>(Run(x, y, call.Optional(2) as Tensor<float>, c, m, k, n), [m, n]),
            (Tensor<double> x, Tensor<double> y) => new Tensor<double>(Run(x, y, call.Optional(2) as Tensor<double>, c, m, k, n), [m, n]),
            _ => throw call.Unsupported(0),
        });
    }

    private float[] Run(Tensor<float> a, Tensor<float> b, Tensor<float>? c, Addend place, int m, int k, int n)
    {
        var result = new float[m * n];
        var sums = new double[n];
        for (var i = 0; i < m; i++)
        {
            sums.AsSpan().Clear();
            MatrixProduct.AddRow(a.Values.AsSpan(i * k, k), b.Values, sums);
            for (var j = 0; j < n; j++)
                result[(i * n) + j] = (float)((_alpha * sums[j]) + (c is null ? 0.0 : (double)_beta * c.Values[place.At(i, j)]));
        }

        return result;
    }

    private double[] Run(Tensor<double> a, Tensor<double> b, Tensor<double>? c, Addend place, int m, int k, int n)
    {
        var result = new double[m * n];
        MatrixProduct.Multiply(a.Values, b.Values, result, k, n);
        for (var i = 0; i < result.Length; i++)
            result[i] = (_alpha * result[i]) + (c is null ? 0.0 : _beta * c.Values[place.At(i / n, i % n)]);
        return result;
    }

    private static Tensor Matrix(Tensor x, bool transpose) => (x, transpose) switch
    {
        (Tensor<float> t, true) => new Tensor<float>(MatrixProduct.Transposed(t.Values, t.Sizes[0], t.Sizes[1]), [t.Sizes[1], t.Sizes[0]]),
        (Tensor<double> t, true) => new Tensor<double>(MatrixProduct.Transposed(t.Values, t.Sizes[0], t.Sizes[1]), [t.Sizes[1], t.Sizes[0]]),
        _ => x,
    };

    // C has the shape [m, n], or ones or nothing in place of either.
    private readonly struct Addend
    {
        private readonly int _row;
        private readonly int _column;

        public Addend(NodeCall call, int m, int n)
        {
            int[] shape = call.Optional(2) is { } c ? [.. Enumerable.Repeat(1, Math.Max(0, 2 - c.Sizes.Length)), .. c.Sizes] : [1, 1];
            if (shape.Length != 2 || (shape[0] != 1 && shape[0] != m) || (shape[1] != 1 && shape[1] != n))
                throw call.Node.Fail($"C has the shape {Shapes.Text(shape)}, which does not fit [{m}, {n}]");
            _column = shape[1] == 1 ? 0 : 1;
            _row = shape[0] == 1 ? 0 : shape[1];
        }

        public int At(int i, int j) => (i * _row) + (j * _column);
    }
}
