namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>Reading of the many forms in which ai.onnx.ml gives lists and numbers.</summary>
internal static class Tensors
{
    /// <summary>A list given as <c>x_strings</c>, <c>x_int64s</c>, <c>x_floats</c> or <c>x_tensor</c>; null when there is none.</summary>
    public static Array? List(NodeInfo node, string prefix)
    {
        if (node.Has(prefix + "_strings"))
            return node.Texts(prefix + "_strings");
        if (node.Has(prefix + "_int64s"))
            return node.Ints(prefix + "_int64s");
        if (node.Has(prefix + "_floats"))
            return node.Floats(prefix + "_floats");
        return node.Tensor(prefix + "_tensor") switch
        {
            Tensor<string> t => t.Values,
            Tensor<long> t => t.Values,
            Tensor<int> t => Array.ConvertAll(t.Values, value => (long)value),
            Tensor<float> t => t.Values,
            Tensor<double> t => t.Values,
            _ => null,
        };
    }

    /// <summary>A list of floats, or its <c>_as_tensor</c> form in doubles.</summary>
    public static double[] Numbers(NodeInfo node, string attribute) => node.Tensor(attribute + "_as_tensor") switch
    {
        Tensor<double> t => t.Values,
        Tensor<float> t => Array.ConvertAll(t.Values, value => (double)value),
        _ => Array.ConvertAll(node.Floats(attribute), value => (double)value),
    };

    /// <summary>Any tensor of numbers as floats, in the same order.</summary>
    public static float[] Floats(NodeCall call, int input)
    {
        if (call[input] is Tensor<float> floats)
            return floats.Values;
        var result = call.Scratch<float>(call[input].Length);
        switch (call[input])
        {
            case Tensor<double> t:
                for (var i = 0; i < result.Length; i++)
                    result[i] = (float)t.Values[i];
                break;
            case Tensor<long> t:
                for (var i = 0; i < result.Length; i++)
                    result[i] = t.Values[i];
                break;
            case Tensor<int> t:
                for (var i = 0; i < result.Length; i++)
                    result[i] = t.Values[i];
                break;
            default:
                throw call.Unsupported(input);
        }

        return result;
    }

    /// <summary>Scores by row as the float matrix that a learner returns.</summary>
    public static Tensor<float> Narrowed(NodeCall call, double[] scores, int columns)
    {
        var result = call.New<float>(scores.Length / columns, columns);
        for (var i = 0; i < scores.Length; i++)
            result.Values[i] = (float)scores[i];
        return result;
    }

    /// <summary>Rows and columns of a matrix; a vector is one row.</summary>
    public static (int Rows, int Columns) Matrix(NodeCall call, int input) => call[input].Sizes switch
    {
        [var columns] => (1, columns),
        [var rows, var columns] => (rows, columns),
        var other => throw call.Node.Fail($"its input {input} has the shape {Shapes.Text(other)}; it takes rows and columns"),
    };
}
