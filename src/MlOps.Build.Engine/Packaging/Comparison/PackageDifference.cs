namespace MlOps.Build.Engine.Packaging.Comparison;

/// <summary>What differs between two packages, the first being the older one.</summary>
internal sealed record PackageDifference
{
    /// <summary>True when the evidence digests are equal: the same model under another label.</summary>
    public required bool SameEvidence { get; init; }

    /// <summary>Whether both were judged on the same test rows.</summary>
    public required TestRows TestRows { get; init; }

    /// <summary>The differences but those of metrics, by area.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>Every metric that one of them has, in the first package's order.</summary>
    public required IReadOnlyList<MetricChange> Metrics { get; init; }

    /// <summary>The worst level; null when the signature is the same.</summary>
    public ChangeLevel? Signature => Changes.Where(change => change.Area == SignatureComparer.Area).Select(change => (ChangeLevel?)change.Level).Max();

    /// <summary>True when nothing differs but version, size and metrics within nothing.</summary>
    public bool IsEmpty => Changes.Count == 0 && Metrics.All(metric => metric.Before.Equals(metric.After));
}
