namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>Imputer: one value, which may be NaN, replaced by a given one, the same or by column.</summary>
internal sealed class ImputerKernel(NodeInfo node) : Kernel
{
    private readonly float[] _floats = node.Floats("imputed_value_floats");
    private readonly long[] _integers = node.Ints("imputed_value_int64s");
    private readonly float _replacedFloat = node.Float("replaced_value_float", 0);
    private readonly long _replacedInteger = node.Int("replaced_value_int64", 0);

    public override void Run(NodeCall call) => call.Return(call[0] switch
    {
        Tensor<float> x => Impute(call, x, _floats, _replacedFloat),
        Tensor<long> x => Impute(call, x, _integers, _replacedInteger),
        _ => throw call.Unsupported(0),
    });

    // Equals, unlike ==, finds NaN by NaN.
    private static Tensor<T> Impute<T>(NodeCall call, Tensor<T> x, T[] imputed, T replaced)
        where T : struct, IEquatable<T>
    {
        var columns = x.Sizes.Length == 0 ? 1 : x.Sizes[^1];
        if (imputed.Length != 1 && imputed.Length != columns)
            throw call.Node.Fail($"it has {imputed.Length} values for {columns} columns");
        var result = call.Like<T>(x);
        var values = result.Values;
        for (var i = 0; i < values.Length; i++)
            values[i] = x.Values[i].Equals(replaced) ? imputed[imputed.Length == 1 ? 0 : i % columns] : x.Values[i];
        return result;
    }
}
