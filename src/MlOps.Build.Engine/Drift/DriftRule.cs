using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Drift;

/// <summary>The summary's part that says by what rule columns drift.</summary>
internal static class DriftRule
{
    public static DriftSummary Of(DriftConfig? config) => config is null ? new DriftSummary { Comparisons = [] } : new DriftSummary
    {
        Limit = config.Limit,
        Significance = config.Significance,
        ShareLimit = config.Share,
        Correction = config.Corrected ? DriftCorrection.BenjaminiHochberg : DriftCorrection.None,
        LeastRows = config.LeastRows,
        Comparisons = [],
    };
}
