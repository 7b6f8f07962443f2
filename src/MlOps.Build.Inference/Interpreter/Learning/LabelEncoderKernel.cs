namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>LabelEncoder: values looked up in a table; what is not in it gets the default. NaN is found by NaN from version 4 on.</summary>
internal sealed class LabelEncoderKernel<TKey, TValue>(Dictionary<TKey, TValue> table, TValue otherwise) : Kernel
    where TKey : notnull
{
    public override void Run(NodeCall call)
    {
        var keys = call.Typed<TKey>(0);
        var result = call.Like<TValue>(keys);
        for (var i = 0; i < result.Values.Length; i++)
            result.Values[i] = table.TryGetValue(keys.Values[i], out var value) ? value : otherwise;
        call.Return(result);
    }
}
