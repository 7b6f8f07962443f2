namespace MlOps.Build.Contracts;

/// <summary>The judged checklist.</summary>
public sealed record GateSummary
{
    /// <summary>The items in the order of the checklist.</summary>
    public required IReadOnlyList<GateItem> Items { get; init; }

    /// <summary>The worst verdict of the items that count: fail, then undecided, then pass. Warnings and headings do not count.</summary>
    public Verdict Verdict => Items.Count == 0
        ? Verdict.Undecided
        : Items.Where(item => item is { Warns: false, IsHeading: false }).Select(item => item.Verdict).DefaultIfEmpty(Verdict.Pass).Max();

    /// <summary>The number of items with the given verdict; an item that warns counts when it passed, a heading never.</summary>
    public int Count(Verdict verdict) =>
        Items.Count(item => item.Verdict == verdict && !item.IsHeading && (!item.Warns || verdict == Verdict.Pass));

    /// <summary>The number of items that warn and did not pass.</summary>
    public int Warnings() => Items.Count(item => item.Warns && item.Verdict != Verdict.Pass);
}
