namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>FeatureVectorizer: columns of several inputs beside each other as floats; each input cut or filled with 0 to its dimension.</summary>
internal sealed class FeatureVectorizerKernel(NodeInfo node) : Kernel
{
    private readonly long[] _dimensions = node.Ints("inputdimensions");

    public override void Run(NodeCall call)
    {
        if (_dimensions.Length != call.InputCount)
            throw call.Node.Fail($"it has {_dimensions.Length} dimensions for {call.InputCount} inputs");
        var widths = Axes.Shape(call, _dimensions);
        var rows = Tensors.Matrix(call, 0).Rows;
        int[] shape = [rows, widths.Sum()];
        var values = new float[Shapes.Length(shape)];
        var to = 0;
        for (var input = 0; input < widths.Length; input++)
        {
            var x = Tensors.Floats(call, input);
            var columns = Tensors.Matrix(call, input).Columns;
            for (var i = 0; i < rows; i++)
                x.AsSpan(i * columns, Math.Min(columns, widths[input])).CopyTo(values.AsSpan((i * shape[1]) + to));
            to += widths[input];
        }

        call.Return(new Tensor<float>(values, shape));
    }
}
