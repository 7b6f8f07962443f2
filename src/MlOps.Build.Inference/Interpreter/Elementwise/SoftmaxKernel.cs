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
        var scores = call.Scratch<double>(size);
        call.Return(x switch
        {
            Tensor<float> t => Run(call.Like<float>(t), t, scores, inner),
            Tensor<double> t => Run(call.Like<double>(t), t, scores, inner),
            _ => throw call.Unsupported(0),
        });
    }

    private static Tensor<float> Run(Tensor<float> result, Tensor<float> x, double[] scores, int inner)
    {
        for (var place = 0; place < result.Length / Math.Max(scores.Length, 1); place++)
        {
            var first = ((place / inner) * scores.Length * inner) + (place % inner);
            for (var k = 0; k < scores.Length; k++)
                scores[k] = x.Values[first + (k * inner)];
            DeterministicMath.Softmax(scores);
            for (var k = 0; k < scores.Length; k++)
                result.Values[first + (k * inner)] = (float)scores[k];
        }

        return result;
    }

    private static Tensor<double> Run(Tensor<double> result, Tensor<double> x, double[] scores, int inner)
    {
        for (var place = 0; place < result.Length / Math.Max(scores.Length, 1); place++)
        {
            var first = ((place / inner) * scores.Length * inner) + (place % inner);
            for (var k = 0; k < scores.Length; k++)
                scores[k] = x.Values[first + (k * inner)];
            DeterministicMath.Softmax(scores);
            for (var k = 0; k < scores.Length; k++)
                result.Values[first + (k * inner)] = scores[k];
        }

        return result;
    }
}
