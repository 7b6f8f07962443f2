namespace MlOps.Build.Engine.Numerics;

/// <summary>
/// Sums in eight lanes of fixed order, so that the last bit does not depend on the processor's vector width: element i goes to
/// lane i mod 8, and the lanes are added pairwise.
/// </summary>
internal static class FixedSum
{
    public static double Sum(ReadOnlySpan<double> values)
    {
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        for (var i = 0; i < values.Length; i++)
            lanes[i & 7] += values[i];
        return Fold(lanes);
    }

    public static double Sum(ReadOnlySpan<float> values)
    {
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        for (var i = 0; i < values.Length; i++)
            lanes[i & 7] += values[i];
        return Fold(lanes);
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        for (var i = 0; i < left.Length; i++)
            lanes[i & 7] += left[i] * right[i];
        return Fold(lanes);
    }

    /// <summary>Adds eight lanes pairwise.</summary>
    public static double Fold(ReadOnlySpan<double> lanes) =>
        ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}
