namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>LabelEncoder: values looked up in a table; what is not in it gets the default. NaN is found by NaN from version 4 on.</summary>
internal sealed class LabelEncoderKernel<TKey, TValue>(Dictionary<TKey, TValue> table, TValue otherwise) : Kernel
    where TKey : notnull
{
    public override void Run(NodeCall call)
    {
        var keys = call.Typed<TKey>(0);
        var values = new TValue[keys.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = table.GetValueOrDefault(keys.Values[i], otherwise);
        call.Return(new Tensor<TValue>(values, keys.Sizes));
    }
}
