using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Comparison;

namespace MlOps.Build.Engine.Packaging.Versions;

/// <summary>Features that came, went or are made otherwise.</summary>
internal static class FeatureReasons
{
    /// <param name="before">The champion's features.</param>
    /// <param name="after">The model's features.</param>
    /// <param name="written">
    /// True when people have written another contract or configuration for the same trainer. Else transformations differ by what they learned
    /// from other rows (a median, the number of levels), which is retraining, or by what another trainer wants.
    /// </param>
    public static IEnumerable<string> Of(FeatureSummary before, FeatureSummary after, bool written)
    {
        foreach (var (name, first, second) in Words.Pairs(before.Columns, after.Columns, feature => feature.Column))
        {
            if (first is null)
                yield return $"feature '{name}' added";
            else if (second is null)
                yield return $"feature '{name}' removed";
            else if (written && !first.Transformations.SequenceEqual(second.Transformations, StringComparer.Ordinal))
                yield return $"feature '{name}' made otherwise";
        }
    }
}
