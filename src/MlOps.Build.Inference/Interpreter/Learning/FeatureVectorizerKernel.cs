namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>FeatureVectorizer: columns of several inputs beside each other as floats; each input cut or filled with 0 to its dimension.</summary>
internal sealed class FeatureVectorizerKernel(NodeInfo node) : Kernel
{
    private readonly long[] _dimensions = node.Ints("inputdimensions");

    public override void Run(NodeCall call)
    {
        if (_dimensions.Length != call.InputCount)
            throw call.Node.Fail($"it has {_dimensions.Length} dimensions for {call.InputCount} inputs");
        var widths = call.Derive(_dimensions, static (dimensions, call) => Axes.Shape(call, dimensions));
        var rows = Tensors.Matrix(call, 0).Rows;
        var width = 0;
        foreach (var own in widths)
            width += own;
        var result = call.New<float>(rows, width);
        var values = result.Values;
        values.AsSpan().Clear();
        var to = 0;
        for (var input = 0; input < widths.Length; input++)
        {
            var x = Tensors.Floats(call, input);
            var columns = Tensors.Matrix(call, input).Columns;
            for (var i = 0; i < rows; i++)
                x.AsSpan(i * columns, Math.Min(columns, widths[input])).CopyTo(values.AsSpan((i * width) + to));
            to += widths[input];
        }

        call.Return(result);
    }
}
