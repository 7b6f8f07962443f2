using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Drift;

/// <summary>The summary's part that says by what rule columns drift.</summary>
internal static class DriftRule
{
    public static DriftSummary Of(DriftConfig? config) => new()
    {
        Limit = config?.Limit ?? DriftConfig.LimitByDefault,
        Significance = config?.Significance ?? DriftConfig.SignificanceByDefault,
        ShareLimit = config?.Share,
        Correction = config is { Corrected: true } ? DriftCorrection.BenjaminiHochberg : DriftCorrection.None,
        LeastRows = config?.LeastRows,
        Comparisons = [],
    };
}
