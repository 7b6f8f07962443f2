namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>Reads LabelEncoder's attributes: lists in versions 2 and 3, also tensors in 4.</summary>
internal static class LabelEncoder
{
    public static Kernel Create(NodeInfo node) => Tensors.List(node, "keys") switch
    {
        string[] keys => WithKeys(node, keys, StringComparer.Ordinal),
        long[] keys => WithKeys(node, keys, null),
        float[] keys => WithKeys(node, keys, null),
        double[] keys => WithKeys(node, keys, null),
        _ => throw node.Fail($"it has no keys of a type that the managed interpreter takes. {NodeInfo.WayOut}"),
    };

    private static Kernel WithKeys<TKey>(NodeInfo node, TKey[] keys, IEqualityComparer<TKey>? comparer)
        where TKey : notnull => Tensors.List(node, "values") switch
        {
            string[] values => Of(node, keys, values, node.Text("default_string", "_Unused"), comparer),
            long[] values => Of(node, keys, values, node.Int("default_int64", -1), comparer),
            float[] values => Of(node, keys, values, node.Float("default_float", -0f), comparer),
            double[] values => Of(node, keys, values, -0.0, comparer),
            _ => throw node.Fail($"it has no values of a type that the managed interpreter takes. {NodeInfo.WayOut}"),
        };

    private static LabelEncoderKernel<TKey, TValue> Of<TKey, TValue>(
        NodeInfo node, TKey[] keys, TValue[] values, TValue otherwise, IEqualityComparer<TKey>? comparer)
        where TKey : notnull
    {
        if (keys.Length != values.Length)
            throw node.Fail($"it has {keys.Length} keys and {values.Length} values");
        if (node.Tensor("default_tensor") is { } given)
            otherwise = given is Tensor<TValue> { Length: 1 } one ? one.Values[0] : throw node.Fail("'default_tensor' is not one value of the values' type");
        var table = new Dictionary<TKey, TValue>(keys.Length, comparer);
        for (var i = 0; i < keys.Length; i++)
        {
            if (node.Opset >= 4 || keys[i] is not (float.NaN or double.NaN))
                table.TryAdd(keys[i], values[i]);
        }

        return new LabelEncoderKernel<TKey, TValue>(table, otherwise);
    }
}
