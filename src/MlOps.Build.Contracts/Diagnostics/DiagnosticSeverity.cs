namespace MlOps.Build.Contracts;

/// <summary>How much a finding weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Info,

    /// <summary>The build goes on, the reader should look.</summary>
    Warning,

    /// <summary>The build stops.</summary>
    Error,
}
