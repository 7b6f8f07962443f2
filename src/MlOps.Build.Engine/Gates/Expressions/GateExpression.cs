namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>A whole gate: <c>[warn:] criterion [when tests]</c>.</summary>
internal sealed record GateExpression
{
    /// <summary>The expression as written, white space around it removed.</summary>
    public required string Source { get; init; }

    /// <summary>Offset of its first character in the checklist file.</summary>
    public required int Start { get; init; }

    /// <summary>True for <c>warn:</c>: the verdict is recorded and shown, and does not count.</summary>
    public bool Warns { get; init; }

    public required Criterion Criterion { get; init; }

    /// <summary>The tests after <c>when</c>; the item applies when all of them hold.</summary>
    public IReadOnlyList<ConditionTest> Conditions { get; init; } = [];
}
