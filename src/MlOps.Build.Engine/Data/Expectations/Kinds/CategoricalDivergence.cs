using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations.Metrics;

namespace MlOps.Build.Engine.Data.Expectations.Kinds;

/// <summary>The divergence of counted values from expected ones.</summary>
internal static class CategoricalDivergence
{
    public static Outcome Judge(TallyPart part, ColumnType type, DivergenceSettings settings)
    {
        var weights = new CategoricalWeights(part, type, settings);
        var divergence = RelativeEntropy.Of(weights.Observed, weights.Expected);
        return Outcome.Of(settings.Threshold is not { } threshold || divergence <= threshold, JsonValues.Number(divergence), weights.Details(weights.Expected));
    }
}
