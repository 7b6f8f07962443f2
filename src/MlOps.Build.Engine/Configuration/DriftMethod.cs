using MlOps.Build.Engine.Drift.Measures;

namespace MlOps.Build.Engine.Configuration;

/// <summary>A named measure of drift, or the choice among them.</summary>
/// <param name="Name">A name of <see cref="DriftMeasures"/>, or <see cref="DriftMeasures.Auto"/>.</param>
/// <param name="Threshold">Where drift starts; null for the measure's own.</param>
internal sealed record DriftMethod(string Name, double? Threshold = null)
{
    /// <summary>True when it can judge values of the kind.</summary>
    public bool Takes(DriftKind kind) => Name == DriftMeasures.Auto || DriftMeasures.ByName[Name].Kinds.HasFlag(kind);

    public IDriftMeasure Measure(DriftPair pair) => Name == DriftMeasures.Auto ? DriftMeasures.Choose(pair) : DriftMeasures.ByName[Name];
}
