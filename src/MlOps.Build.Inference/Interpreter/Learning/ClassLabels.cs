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
    public Tensor Of(int[] classes) => _texts.Length > 0
        ? new Tensor<string>(Array.ConvertAll(classes, index => _texts[index]), [classes.Length])
        : new Tensor<long>(Array.ConvertAll(classes, index => _numbers[index]), [classes.Length]);
}
