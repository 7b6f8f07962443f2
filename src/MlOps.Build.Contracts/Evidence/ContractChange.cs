namespace MlOps.Build.Contracts;

/// <summary>A rule that differs between two data contracts.</summary>
public sealed record ContractChange
{
    /// <summary>The column; null for a rule of the table.</summary>
    public string? Column { get; init; }

    /// <summary>The key in <c>schema.yaml</c>; <c>column</c> when the whole column came or went.</summary>
    public required string Rule { get; init; }

    /// <summary>What the change does to the data that are allowed.</summary>
    public required ContractChangeKind Kind { get; init; }

    /// <summary>The rule as it was, in the file's words; null when it was not there.</summary>
    public string? Before { get; init; }

    /// <summary>The rule as it is, in the file's words; null when it is not there.</summary>
    public string? After { get; init; }

    /// <summary>Rows of today's data that the rule refused as it was; null when it was not loosened, or they cannot be counted.</summary>
    public long? LetsIn { get; init; }

    /// <summary>The first of these rows, without its value.</summary>
    public SourcePosition? First { get; init; }
}
