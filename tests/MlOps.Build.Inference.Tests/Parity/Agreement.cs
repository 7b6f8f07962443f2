namespace MlOps.Build.Inference.Tests.Parity;

/// <summary>Comparison with ONNX Runtime: floats to 1e-5 relative or 1e-6 absolute, doubles to 1e-12 and 1e-13, everything else exactly.</summary>
internal static class Agreement
{
    public static void ShouldAgree(IReadOnlyDictionary<string, Tensor> actual, IReadOnlyDictionary<string, Tensor> expected, string name)
    {
        actual.Keys.Order().ShouldBe(expected.Keys.Order(), name);
        foreach (var (key, value) in expected)
        {
            actual[key].ElementType.ShouldBe(value.ElementType, $"{name}, {key}");
            actual[key].Shape.ShouldBe(value.Shape, $"{name}, {key}");
            Values(actual[key], value, $"{name}, {key}");
        }
    }

    private static void Values(Tensor actual, Tensor expected, string name)
    {
        switch (actual, expected)
        {
            case (Tensor<float> a, Tensor<float> e):
                Numbers(Array.ConvertAll(a.Values, x => (double)x), Array.ConvertAll(e.Values, x => (double)x), 1e-5, name);
                break;
            case (Tensor<double> a, Tensor<double> e):
                Numbers(a.Values, e.Values, 1e-12, name);
                break;
            case (Tensor<long> a, Tensor<long> e):
                a.Values.ShouldBe(e.Values, name);
                break;
            case (Tensor<int> a, Tensor<int> e):
                a.Values.ShouldBe(e.Values, name);
                break;
            case (Tensor<bool> a, Tensor<bool> e):
                a.Values.ShouldBe(e.Values, name);
                break;
            case (Tensor<string> a, Tensor<string> e):
                a.Values.ShouldBe(e.Values, name);
                break;
            default:
                throw new ArgumentException($"{name}: {actual.ElementType} and {expected.ElementType} cannot be compared.");
        }
    }

    private static void Numbers(double[] actual, double[] expected, double tolerance, string name)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            var isSame = actual[i].Equals(expected[i])
                || Math.Abs(actual[i] - expected[i]) <= tolerance * Math.Max(0.1, Math.Abs(expected[i]));
            isSame.ShouldBeTrue($"{name}[{i}]: {actual[i]:R} here, {expected[i]:R} in ONNX Runtime");
        }
    }
}
