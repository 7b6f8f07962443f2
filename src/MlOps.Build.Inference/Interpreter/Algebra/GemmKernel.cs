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
        _constantB = node.Constant(1) is { Sizes.Length: 2 } b ? Matrix(null, b, _transposeB) : null;
    }

    public override void Run(NodeCall call)
    {
        if (call[0].Sizes.Length != 2 || call[1].Sizes.Length != 2)
            throw call.Node.Fail("A and B must be matrices");
        var a = Matrix(call, call[0], _transposeA);
        var b = _constantB ?? Matrix(call, call[1], _transposeB);
        var (m, k, n) = (a.Sizes[0], a.Sizes[1], b.Sizes[1]);
        if (b.Sizes[0] != k)
            throw call.Node.Fail($"{Shapes.Text(a.Sizes)} times {Shapes.Text(b.Sizes)} is not defined");
        var c = new Addend(call, m, n);
        switch (a, b)
        {
            case (Tensor<float> x, Tensor<float> y):
                var floats = call.New<float>(m, n);
                Run(x, y, call.Optional(2) as Tensor<float>, c, floats.Values, call.Scratch<double>(n));
                call.Return(floats);
                break;
            case (Tensor<double> x, Tensor<double> y):
                var doubles = call.New<double>(m, n);
                Run(x, y, call.Optional(2) as Tensor<double>, c, doubles.Values, n);
                call.Return(doubles);
                break;
            default:
                throw call.Unsupported(0);
        }
    }

    private void Run(Tensor<float> a, Tensor<float> b, Tensor<float>? c, Addend place, float[] result, double[] sums)
    {
        var (m, k, n) = (a.Sizes[0], a.Sizes[1], sums.Length);
        for (var i = 0; i < m; i++)
        {
            sums.AsSpan().Clear();
            MatrixProduct.AddRow(a.Values.AsSpan(i * k, k), b.Values, sums);
            for (var j = 0; j < n; j++)
                result[(i * n) + j] = (float)((_alpha * sums[j]) + (c is null ? 0.0 : (double)_beta * c.Values[place.At(i, j)]));
        }
    }

    private void Run(Tensor<double> a, Tensor<double> b, Tensor<double>? c, Addend place, double[] result, int n)
    {
        MatrixProduct.Multiply(a.Values, b.Values, result, a.Sizes[1], n);
        for (var i = 0; i < result.Length; i++)
            result[i] = (_alpha * result[i]) + (c is null ? 0.0 : _beta * c.Values[place.At(i / n, i % n)]);
    }

    private static Tensor Matrix(NodeCall? call, Tensor x, bool transpose) => (x, transpose) switch
    {
        (Tensor<float> t, true) => Transposed(call, t),
        (Tensor<double> t, true) => Transposed(call, t),
        _ => x,
    };

    private static Tensor<T> Transposed<T>(NodeCall? call, Tensor<T> x)
    {
        var result = call?.New<T>(x.Sizes[1], x.Sizes[0]) ?? new Tensor<T>(new T[x.Length], [x.Sizes[1], x.Sizes[0]]);
        MatrixProduct.Transpose(x.Values, result.Values, x.Sizes[0], x.Sizes[1]);
        return result;
    }

    // C has the shape [m, n], or ones or nothing in place of either.
    private readonly struct Addend
    {
        private readonly int _row;
        private readonly int _column;

        public Addend(NodeCall call, int m, int n)
        {
            var sizes = call.Optional(2)?.Sizes ?? [];
            var (rows, columns) = (sizes.Length < 2 ? 1 : sizes[^2], sizes.Length < 1 ? 1 : sizes[^1]);
            if (sizes.Length > 2 || (rows != 1 && rows != m) || (columns != 1 && columns != n))
                throw call.Node.Fail($"C has the shape {Shapes.Text(sizes)}, which does not fit [{m}, {n}]");
            _column = columns == 1 ? 0 : 1;
            _row = rows == 1 ? 0 : columns;
        }

        public int At(int i, int j) => (i * _row) + (j * _column);
    }
}
