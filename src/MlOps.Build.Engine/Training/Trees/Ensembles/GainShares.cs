using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training.Trees.Ensembles;

/// <summary>Gains by feature as the evidence has them.</summary>
internal static class GainShares
{
    private const int Most = 50;

    /// <param name="gains">One a feature, 0 or more; null for a model without.</param>
    /// <param name="names">The features' names.</param>
    public static IReadOnlyList<FeatureGain>? Of(IReadOnlyList<double>? gains, IReadOnlyList<string> names)
    {
        if (gains is null)
            return null;
        var total = FixedSum.Sum([.. gains]);
        return
        [
            .. gains.Select((gain, i) => new FeatureGain(names[i], total > 0 ? gain / total : 0))
                .Where(item => item.Share > 0)
                .OrderByDescending(item => item.Share)
                .Take(Most),
        ];
    }
}
