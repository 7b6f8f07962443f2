namespace MlOps.Build.Contracts;

/// <summary>A rule of the data contract that rows break.</summary>
public sealed record Violation
{
    /// <summary>The diagnostic's code.</summary>
    public required string Code { get; init; }

    /// <summary>The column; null for a rule on the table.</summary>
    public string? Column { get; init; }

    /// <summary>The rule in words, such as <c>range 0..500</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Rows that break it.</summary>
    public required long Count { get; init; }

    /// <summary><see cref="Count"/> over all rows, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>What the contract makes of it.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>Where the rule stands in <c>schema.yaml</c>.</summary>
    public SourcePosition RulePosition { get; init; }

    /// <summary>The first few rows that break it.</summary>
    public IReadOnlyList<ViolationExample> Examples { get => field ?? []; init; } = [];
}
