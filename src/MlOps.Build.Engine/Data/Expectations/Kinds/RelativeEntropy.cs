using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>Kullback and Leibler's divergence, Σ p ln(p / q), of two sets of weights that are made to add up to 1 (as <c>scipy.stats.entropy</c>).</summary>
internal static class RelativeEntropy
{
    /// <summary>Infinite when p has weight where q has none; NaN when one of them has no weight at all.</summary>
    public static double Of(IReadOnlyList<double> p, IReadOnlyList<double> q)
    {
        var (allP, allQ) = (p.Sum(), q.Sum());
        var sum = 0.0;
        for (var i = 0; i < p.Count; i++)
        {
            var (left, right) = (p[i] / allP, q[i] / allQ);
            if (double.IsNaN(left) || double.IsNaN(right))
                return double.NaN;
            if (left > 0)
                sum += right > 0 ? left * DeterministicMath.Log(left / right) : double.PositiveInfinity;
        }

        return sum;
    }
}
