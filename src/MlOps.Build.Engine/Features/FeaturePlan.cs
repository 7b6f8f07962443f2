using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Features;

/// <summary>Which features there will be, and why other columns are none.</summary>
internal sealed record FeaturePlan(IReadOnlyList<FeatureConfig> Features, IReadOnlyList<ExcludedColumn> Excluded);
