namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>A classifier's labels, strings or whole numbers.</summary>
internal sealed class ClassLabels
{
    private readonly string[] _texts;
    private readonly long[] _numbers;

    public ClassLabels(NodeInfo node, string numbersAttribute)
    {
        _texts = node.Texts("classlabels_strings");
        _numbers = node.Ints(numbersAttribute);
        if ((_texts.Length == 0) == (_numbers.Length == 0))
            throw node.Fail($"it needs either 'classlabels_strings' or '{numbersAttribute}'");
    }

    public int Count => Math.Max(_texts.Length, _numbers.Length);

    /// <summary>The label of each row by its class.</summary>
    public Tensor Of(NodeCall call, int[] classes) => _texts.Length > 0 ? Fill(call, classes, _texts) : Fill(call, classes, _numbers);

    private static Tensor<T> Fill<T>(NodeCall call, int[] classes, T[] labels)
    {
        ReadOnlySpan<int> shape = stackalloc int[] { classes.Length };
        var result = call.New<T>(shape);
        for (var i = 0; i < classes.Length; i++)
            result.Values[i] = labels[classes[i]];
        return result;
    }
}
