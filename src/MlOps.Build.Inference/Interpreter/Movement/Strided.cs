namespace MlOps.Build.Inference.Interpreter.Movement;

/// <summary>Results in which neighbours of the result stand any distance apart in the source.</summary>
internal static class Strided
{
    public static Tensor Copy(NodeCall call, Tensor source, StridedLayout layout)
    {
        var result = source.NewLike(call, layout.Shape);
        source.Pick(layout.Positions, result);
        return result;
    }

    /// <summary>Where each value of the result stands in the source.</summary>
    /// <param name="shape">The result's shape.</param>
    /// <param name="start">Where the result's first value stands.</param>
    /// <param name="strides">By dimension of the result, the distance in the source; 0 repeats, negative goes back.</param>
    public static int[] Positions(int[] shape, int start, int[] strides)
    {
        var positions = new int[Shapes.Length(shape)];
        var counter = new int[shape.Length];
        var position = start;
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = position;
            for (var d = shape.Length - 1; d >= 0; d--)
            {
                position += strides[d];
                if (++counter[d] < shape[d])
                    break;
                position -= strides[d] * shape[d];
                counter[d] = 0;
            }
        }

        return positions;
    }
}
