namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A whole gate: <c>left comparison right [@ confidence] [when condition]</c>.</summary>
internal sealed record GateExpression
{
    /// <summary>The expression as written, white space around it removed.</summary>
    public required string Source { get; init; }

    /// <summary>Offset of its first character in the checklist file.</summary>
    public required int Start { get; init; }

    public required Expression Left { get; init; }

    public required Comparison Comparison { get; init; }

    public required Expression Right { get; init; }

    /// <summary>0 to 1; null when the point value decides.</summary>
    public NumberExpression? Confidence { get; init; }

    /// <summary>The condition under which the item applies.</summary>
    public NameExpression? Condition { get; init; }
}
