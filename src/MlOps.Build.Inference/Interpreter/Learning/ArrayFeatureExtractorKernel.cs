namespace MlOps.Build.Inference.Interpreter.Learning;

/// <summary>ArrayFeatureExtractor: columns of the last dimension by index.</summary>
internal sealed class ArrayFeatureExtractorKernel : Kernel
{
    public override void Run(NodeCall call)
    {
        var x = call[0];
        var indices = Axes.Indices(call, 1);
        var columns = x.Sizes[^1];
        var rows = Shapes.Product(x.Sizes, 0, x.Sizes.Length - 1);
        var positions = call.Scratch<int>(Shapes.Area(rows, indices.Length));
        for (var i = 0; i < positions.Length; i++)
        {
            var index = indices[i % indices.Length];
            if (index < 0 || index >= columns)
                throw call.Node.Fail($"index {index} is not in 0..{columns - 1}");
            positions[i] = ((i / indices.Length) * columns) + (int)index;
        }

        var result = x.NewLike(call, call.Derive(indices.Length, static (count, call) => Shape(call[0].Sizes, count)));
        x.Pick(positions, result);
        call.Return(result);
    }

    private static int[] Shape(int[] sizes, int count) => sizes.Length == 1 ? [1, count] : [.. sizes.AsSpan(0, sizes.Length - 1), count];
}
