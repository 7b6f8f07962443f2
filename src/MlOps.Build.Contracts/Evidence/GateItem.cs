namespace MlOps.Build.Contracts;

/// <summary>One item of the checklist, judged.</summary>
public sealed record GateItem
{
    /// <summary>The item's prose without its expression.</summary>
    public required string Text { get; init; }

    /// <summary>The expression; null for a human sign-off.</summary>
    public string? Expression { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The left side's value; null when there is none.</summary>
    public double? Observed { get; init; }

    /// <summary>Lower end of the observed value's interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the observed value's interval.</summary>
    public double? High { get; init; }

    /// <summary>The comparison: <c>&gt;=</c>, <c>&lt;</c> …; null for a sign-off.</summary>
    public string? Comparison { get; init; }

    /// <summary>The right side's value.</summary>
    public double? Limit { get; init; }

    /// <summary>What was compared, in words, such as <c>ROC AUC</c>; the explanation begins with it. Null when nothing was.</summary>
    public string? Subject { get; init; }

    /// <summary>False when the item's condition (<c>when champion</c>) does not hold; it passes then.</summary>
    public bool Applies { get; init; } = true;

    /// <summary>The id of the section of <c>report.html</c> that shows more, such as <c>roc</c>.</summary>
    public string? Section { get; init; }

    /// <summary>In words: what was seen, or why it is undecided.</summary>
    public required string Explanation { get; init; }

    /// <summary>Where the item stands.</summary>
    public required SourcePosition Position { get; init; }
}
