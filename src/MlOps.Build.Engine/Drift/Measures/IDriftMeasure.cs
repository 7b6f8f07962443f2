namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>A test or a distance of two samples, under the name and with the threshold that it has in Evidently 0.7.21. A pure function.</summary>
internal interface IDriftMeasure
{
    /// <summary>Such as <c>ks</c>.</summary>
    string Name { get; }

    DriftKind Kinds { get; }

    /// <summary>True when the score is a p-value: small ones are drift. Of distances large ones are.</summary>
    bool IsPValue { get; }

    /// <summary>Where drift starts unless a configuration says otherwise.</summary>
    double Threshold { get; }

    /// <summary>True when the threshold itself is drift.</summary>
    bool Inclusive => !IsPValue;

    /// <summary>The score; null when the samples say nothing, as when both hold one value only. Both samples have values.</summary>
    DriftScore? Measure(DriftPair pair);
}
