namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Inputs of the cases.</summary>
internal static class Data
{
    public static readonly float[] Specials =
        [0, -0f, 1, -1, 0.5f, 1.5f, 2.5f, -2.5f, 3.7f, -3.7f, 1e-30f, 1e30f, -1e30f, float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    public static Tensor<float> F(int[] shape, params float[] values) => Tensor.Create(values, shape);

    public static Tensor<float> Column(params float[] values) => Tensor.Create(values, values.Length, 1);

    public static Tensor<double> D(int[] shape, params double[] values) => Tensor.Create(values, shape);

    public static Tensor<long> L(int[] shape, params long[] values) => Tensor.Create(values, shape);

    public static Tensor<int> I(int[] shape, params int[] values) => Tensor.Create(values, shape);

    public static Tensor<bool> B(int[] shape, params bool[] values) => Tensor.Create(values, shape);

    public static Tensor<string> S(int[] shape, params string[] values) => Tensor.Create(values, shape);

    /// <summary>Fixed numbers in [-3, 3), different in every place (a Weyl sequence).</summary>
    public static Tensor<float> Spread(params int[] shape)
    {
        var values = new float[shape.Aggregate(1, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)((((i + 1) * 0.6180339887498949) % 1 * 6) - 3);
        return Tensor.Create(values, shape);
    }

    public static Tensor<double> Wide(Tensor<float> x) => Tensor.Create(Array.ConvertAll(x.Values, value => (double)value), [.. x.Shape]);

    public static Tensor<long> Whole(Tensor<float> x) => Tensor.Create(Array.ConvertAll(x.Values, value => (long)(value * 5)), [.. x.Shape]);

    public static Tensor<int> Short(Tensor<float> x) => Tensor.Create(Array.ConvertAll(x.Values, value => (int)(value * 5)), [.. x.Shape]);
}
