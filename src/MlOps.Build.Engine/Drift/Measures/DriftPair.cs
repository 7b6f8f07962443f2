namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>Two samples of one kind; neither is empty.</summary>
internal sealed class DriftPair(DriftSample reference, DriftSample current)
{
    private PairCounts? _counts;

    public DriftSample Reference { get; } = reference;

    public DriftSample Current { get; } = current;

    public DriftKind Kind => Reference.Kind;

    /// <summary>How often each value occurs in both.</summary>
    public PairCounts Counts => _counts ??= Kind == DriftKind.Number ? PairCounts.OfNumbers(Reference, Current) : PairCounts.OfTexts(Reference, Current);
}
