namespace MlOps.Build.Contracts;

/// <summary>One of several comparisons of an item, judged.</summary>
public sealed record GateComparison
{
    /// <summary>The comparison as written.</summary>
    public required string Expression { get; init; }

    /// <summary>The verdict on it alone.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The left side's value; null when there is none.</summary>
    public double? Observed { get; init; }

    /// <summary>Lower end of the observed value's interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the observed value's interval.</summary>
    public double? High { get; init; }

    /// <summary>The comparison: <c>&gt;=</c>, <c>&lt;</c> …</summary>
    public required string Comparison { get; init; }

    /// <summary>The right side's value.</summary>
    public double? Limit { get; init; }

    /// <summary>The unit of the values: <c>s</c> for seconds, <c>B</c> for bytes; null for plain numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>The confidence after <c>@</c>, 0 to 1; null when the point value decides.</summary>
    public double? Confidence { get; init; }

    /// <summary>What was compared, in words; null when nothing was.</summary>
    public string? Subject { get; init; }

    /// <summary>In words: what was seen, or why it is undecided.</summary>
    public required string Explanation { get; init; }

    /// <summary>What would have had to differ for it to pass, in words; null when it passed or nothing was compared.</summary>
    public string? Needed { get; init; }
}
