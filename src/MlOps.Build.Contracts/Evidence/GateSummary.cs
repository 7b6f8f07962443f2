namespace MlOps.Build.Contracts;

/// <summary>The judged checklist.</summary>
public sealed record GateSummary
{
    /// <summary>The items in the order of the checklist.</summary>
    public required IReadOnlyList<GateItem> Items { get; init; }

    /// <summary>The worst of the items' verdicts: fail, then undecided, then pass.</summary>
    public Verdict Verdict => Items.Count == 0 ? Verdict.Undecided : Items.Max(item => item.Verdict);

    /// <summary>The number of items with the given verdict.</summary>
    public int Count(Verdict verdict) => Items.Count(item => item.Verdict == verdict);
}
