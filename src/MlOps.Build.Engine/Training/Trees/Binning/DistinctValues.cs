using System.Runtime.CompilerServices;

namespace MlOps.Build.Engine.Training.Trees.Binning;

/// <summary>The different values of a feature, ascending, and how often each occurs.</summary>
internal readonly record struct DistinctValues(float[] Values, int[] Counts)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DistinctValues Of(ReadOnlySpan<float> sorted)
    {
        var values = new float[sorted.Length];
        var counts = new int[sorted.Length];
        var last = -1;
        foreach (var value in sorted)
        {
            // Adding 0 turns -0 into 0, so that the order of equal zeros cannot show.
            if (last < 0 || values[last] != value)
                values[++last] = value + 0f;
            counts[last]++;
        }

        return new DistinctValues(values[..(last + 1)], counts[..(last + 1)]);
    }
}
