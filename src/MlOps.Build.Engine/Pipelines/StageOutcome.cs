using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What became of a stage.</summary>
internal sealed record StageOutcome
{
    public required string Stage { get; init; }

    public required StageState State { get; init; }

    /// <summary>What the stage says in one line; empty when it failed.</summary>
    public string Headline { get; init; } = "";

    /// <summary>Wall-clock time, for people only.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Findings of this run, or those kept with the outputs.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The broken stage's exception, for the detailed log.</summary>
    public string? Trace { get; init; }

    public bool Succeeded => State != StageState.Failed;
}
