using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Expectations;

namespace MlOps.Build.Engine.Data.Schemas.Evolution;

/// <summary>One rule that differs between two contracts.</summary>
internal sealed record SchemaChange
{
    /// <summary>The column; null for the table.</summary>
    public required string? Column { get; init; }

    /// <summary>The key in <c>schema.yaml</c>; <c>column</c> when the whole column came or went.</summary>
    public required string Key { get; init; }

    /// <summary>As it was, in the file's words; null when it was not there.</summary>
    public required string? Before { get; init; }

    public required string? After { get; init; }

    public required ContractChangeKind Direction { get; init; }

    /// <summary>Where the rule stands in the new contract.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>The expectation as it was; null when it is another rule, or was not there.</summary>
    public Expectation? Was { get; init; }

    /// <summary>Rows of today's data that the old rule refuses; null when they were not counted.</summary>
    public long? LetsIn { get; init; }

    /// <summary>The first of these rows.</summary>
    public IReadOnlyList<ViolationExample> Examples { get; init; } = [];
}
