using System.Text.Json.Serialization;

namespace MlOps.Build.Contracts;

/// <summary>One item of the checklist, judged.</summary>
public sealed record GateItem
{
    /// <summary>The item's prose without its expression.</summary>
    public required string Text { get; init; }

    /// <summary>The expression; null for a human sign-off and for a heading.</summary>
    public string? Expression { get; init; }

    /// <summary>True when the expression begins with <c>warn:</c>: the verdict is shown and does not count.</summary>
    public bool Warns { get; init; }

    /// <summary>True for an item without expression that has items below it: it sums them up and is no sign-off.</summary>
    public bool IsHeading { get; init; }

    /// <summary>True when a person decides by ticking the box.</summary>
    [JsonIgnore]
    public bool IsSignOff => Expression is null && !IsHeading;

    /// <summary>0 for an item of the outermost list.</summary>
    public int Depth { get; init; }

    /// <summary>The links of the prose that are safe to follow.</summary>
    public IReadOnlyList<GateLink> Links { get => field ?? []; init; } = [];

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

    /// <summary>The unit of the values: <c>s</c> for seconds, <c>B</c> for bytes; null for plain numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>The confidence after <c>@</c>, 0 to 1; null when the point value decides.</summary>
    public double? Confidence { get; init; }

    /// <summary>The comparisons when there are several, joined by <c>and</c> or <c>or</c>; the fields above are empty then.</summary>
    public IReadOnlyList<GateComparison> Comparisons { get => field ?? []; init; } = [];

    /// <summary>What was compared, in words, such as <c>ROC AUC</c>; the explanation begins with it. Null when nothing was.</summary>
    public string? Subject { get; init; }

    /// <summary>False when the item's condition (<c>when champion</c>) does not hold; it passes then.</summary>
    public required bool Applies { get; init; }

    /// <summary>The id of the section of <c>report.html</c> that shows more, such as <c>roc</c>.</summary>
    public string? Section { get; init; }

    /// <summary>In words: what was seen, or why it is undecided.</summary>
    public required string Explanation { get; init; }

    /// <summary>What would have had to differ for it to pass, in words; null when it passed or nothing was compared.</summary>
    public string? Needed { get; init; }

    /// <summary>Where the item stands.</summary>
    public required SourcePosition Position { get; init; }
}
