using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Drift;

/// <summary>
/// The Jensen-Shannon distance: the square root of the divergence (Lin, 1991) to the base 2, a metric from 0 to 1 (Endres and
/// Schindelin, 2003).
/// </summary>
internal static class JensenShannon
{
    private const double LogOfTwo = 0.6931471805599453;

    /// <summary>The distance, 0 to 1. Both samples have rows.</summary>
    public static double Distance(IReadOnlyList<long> reference, IReadOnlyList<long> current)
    {
        double first = reference.Sum(), second = current.Sum();
        var terms = new double[2 * reference.Count];
        for (var i = 0; i < reference.Count; i++)
        {
            var (p, q) = (reference[i] / first, current[i] / second);
            (terms[2 * i], terms[(2 * i) + 1]) = (Part(p, q), Part(q, p));
        }

        return Math.Sqrt(Math.Clamp(FixedSum.Sum(terms) / (2 * LogOfTwo), 0, 1));
    }

    private static double Part(double p, double q) => p > 0 ? p * DeterministicMath.Log(2 * p / (p + q)) : 0;
}
