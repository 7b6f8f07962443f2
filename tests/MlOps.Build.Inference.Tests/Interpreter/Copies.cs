namespace MlOps.Build.Inference.Tests.Interpreter;

/// <summary>Tensors copied, and filled with other values.</summary>
internal static class Copies
{
    public static Tensor Of(Tensor tensor) => tensor switch
    {
        Tensor<float> t => Of(t),
        Tensor<double> t => Of(t),
        Tensor<long> t => Of(t),
        Tensor<int> t => Of(t),
        Tensor<byte> t => Of(t),
        Tensor<bool> t => Of(t),
        Tensor<string> t => Of(t),
        _ => throw new NotSupportedException($"{tensor.ElementType}"),
    };

    public static void Into(Tensor source, Tensor target) => Array.Copy(Values(source), Values(target), source.Length);

    public static void Reverse(Tensor tensor) => Array.Reverse(Values(tensor));

    private static Tensor<T> Of<T>(Tensor<T> tensor) => Tensor.Create((T[])tensor.Values.Clone(), [.. tensor.Shape]);

    public static Array Values(Tensor tensor) => tensor switch
    {
        Tensor<float> t => t.Values,
        Tensor<double> t => t.Values,
        Tensor<long> t => t.Values,
        Tensor<int> t => t.Values,
        Tensor<byte> t => t.Values,
        Tensor<bool> t => t.Values,
        Tensor<string> t => t.Values,
        _ => throw new NotSupportedException($"{tensor.ElementType}"),
    };
}
