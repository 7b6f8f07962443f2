using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Drift;

/// <summary>
/// The population stability index of credit scoring, Σ (a - r) ln(a / r) over the shares of two samples in the same bins (Lewis, 1994,
/// An Introduction to Credit Scoring): Jeffreys' symmetric divergence. Half a row is added to each bin that one of the samples reaches, so
/// that a bin which the other lacks has a finite weight (the estimate under Jeffreys' prior).
/// </summary>
internal static class PopulationStability
{
    private const double Half = 0.5;

    /// <summary>The index, 0 or more. Both samples have rows.</summary>
    public static double Index(IReadOnlyList<long> reference, IReadOnlyList<long> current)
    {
        var bins = Bins.Reached(reference, current);
        var (first, second) = (reference.Sum() + (Half * bins.Count), current.Sum() + (Half * bins.Count));
        var terms = new double[bins.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            var (r, a) = ((reference[bins[i]] + Half) / first, (current[bins[i]] + Half) / second);
            terms[i] = (a - r) * DeterministicMath.Log(a / r);
        }

        return FixedSum.Sum(terms);
    }
}
