using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The sum over rows drawn repeatedly, in the eight fixed lanes of <see cref="FixedSum"/>.</summary>
internal static class CountedSum
{
    public static double Of(ReadOnlySpan<int> counts, ReadOnlySpan<double> values)
    {
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        values = values[..counts.Length];
        for (var i = 0; i < counts.Length; i++)
            lanes[i & 7] += counts[i] * values[i];
        return FixedSum.Fold(lanes);
    }
}
