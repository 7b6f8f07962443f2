namespace MlOps.Build.Inference.Interpreter.Elementwise;

/// <summary>Softmax along one axis.</summary>
internal sealed class SoftmaxKernel(NodeInfo node) : Kernel
{
    private readonly int _axis = node.Axis("axis", -1);

    public override void Run(NodeCall call)
    {
        var x = call[0];
        var axis = Axes.Normalize(call.Node, _axis, x.Sizes.Length);
        var size = x.Sizes[axis];
        var inner = Shapes.Product(x.Sizes, axis + 1, x.Sizes.Length);
        call.Return(x switch
        {
            Tensor<float> t => new Tensor<float>(Array.ConvertAll(Run(Array.ConvertAll(t.Values, v => (double)v), size, inner), v => (float)v), t.Sizes),
            Tensor<double> t => new Tensor<double>(Run((double[])t.Values.Clone(), size, inner), t.Sizes),
            _ => throw call.Unsupported(0),
        });
    }

    private static double[] Run(double[] values, int size, int inner)
    {
        var scores = new double[size];
        for (var start = 0; start < values.Length; start += size * inner)
        {
            for (var i = start; i < start + inner; i++)
            {
                for (var k = 0; k < size; k++)
                    scores[k] = values[i + (k * inner)];
                DeterministicMath.Softmax(scores);
                for (var k = 0; k < size; k++)
                    values[i + (k * inner)] = scores[k];
            }
        }

        return values;
    }
}
