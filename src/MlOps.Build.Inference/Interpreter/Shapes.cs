namespace MlOps.Build.Inference.Interpreter;

/// <summary>Arithmetic on shapes.</summary>
internal static class Shapes
{
    /// <summary>As many values as an array of any type can have, <c>Array.MaxLength</c>.</summary>
    public const int LargestLength = 0x7FFF_FFC7;

    /// <summary>The number of values; a shape beyond what an array holds is refused before anything is allocated.</summary>
    public static int Length(ReadOnlySpan<int> shape)
    {
        var length = 1L;
        var anyEmpty = false;
        foreach (var size in shape)
        {
            anyEmpty |= size == 0;
            length = Math.Min(length * Math.Max(size, 1), LargestLength + 1L);
        }

        if (!anyEmpty && length > LargestLength)
            throw new InferenceException($"A tensor of the shape {Text(shape)} is larger than an array can be. Give fewer rows at once.");
        return anyEmpty ? 0 : (int)length;
    }

    /// <summary>The number of values of a matrix.</summary>
    public static int Area(int rows, int columns)
    {
        ReadOnlySpan<int> shape = stackalloc int[] { rows, columns };
        return Length(shape);
    }

    /// <summary>The product of sizes from one dimension to before another.</summary>
    public static int Product(int[] shape, int from, int to) => Length(shape.AsSpan(from, to - from));

    public static bool Equal(int[] left, int[] right) => left.AsSpan().SequenceEqual(right);

    public static string Text(ReadOnlySpan<int> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    /// <summary>How far apart neighbours in each dimension stand.</summary>
    public static int[] Strides(int[] shape)
    {
        var strides = new int[shape.Length];
        var stride = 1;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= Math.Max(shape[i], 1);
        }

        return strides;
    }
}
