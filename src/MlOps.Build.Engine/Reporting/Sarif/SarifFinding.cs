using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Reporting.Sarif;

/// <summary>A finding on its way into SARIF.</summary>
internal sealed record SarifFinding
{
    public required string Code { get; init; }

    public required DiagnosticSeverity Severity { get; init; }

    public required string Message { get; init; }

    public required SourcePosition Position { get; init; }

    /// <summary>Where the rule stands that was broken; no place when that is <see cref="Position"/>.</summary>
    public SourcePosition Rule { get; init; }

    /// <summary>What makes it the same finding in the next build, where lines have moved.</summary>
    public required string Identity { get; init; }
}
