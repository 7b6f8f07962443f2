using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The sum over rows drawn repeatedly, in the eight fixed lanes of <see cref="FixedSum"/>.</summary>
internal static class CountedSum
{
    public static double Of(ReadOnlySpan<double> weights, ReadOnlySpan<double> values) => FixedSum.Dot(weights, values[..weights.Length]);
}
