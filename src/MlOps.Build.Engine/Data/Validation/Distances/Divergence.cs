using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Data.Validation.Distances;

/// <summary>The divergence of two distributions over the same bins.</summary>
internal static class Divergence
{
    private const double LogOfTwo = 0.6931471805599453;

    /// <summary>
    /// Jensen and Shannon's to base 2: half the sum of the divergences from the mean of both, 0 to 1 (Lin, 1991). Not its root, which
    /// <c>mlops drift</c> shows.
    /// </summary>
    /// <param name="left">Weights, not all 0.</param>
    /// <param name="right">As many.</param>
    public static double JensenShannon(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        var (leftSum, rightSum) = (FixedSum.Sum([.. left]), FixedSum.Sum([.. right]));
        var terms = new double[2 * left.Count];
        for (var i = 0; i < left.Count; i++)
        {
            var (p, q) = (left[i] / leftSum, right[i] / rightSum);
            (terms[2 * i], terms[(2 * i) + 1]) = (Part(p, q), Part(q, p));
        }

        return Math.Clamp(FixedSum.Sum(terms) / (2 * LogOfTwo), 0, 1);
    }

    private static double Part(double p, double q) => p > 0 ? p * DeterministicMath.Log(2 * p / (p + q)) : 0;
}
