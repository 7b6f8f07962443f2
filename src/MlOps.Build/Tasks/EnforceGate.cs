using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Turns the judged checklist into errors and warnings at its lines.</summary>
public sealed class EnforceGate : ModelTask
{
    /// <summary>What an undecided item is: <c>message</c>, <c>warning</c> or <c>error</c>.</summary>
    public string Undecided { get; set; } = "warning";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        if (Severity() is not { } severity)
        {
            log.Findings([UnknownSeverity()]);
            return false;
        }

        if (Pipeline(project).Gate() is { } gate)
            log.Findings(GateEnforcer.Diagnostics(gate, severity));
        return true;
    }

    private DiagnosticSeverity? Severity() => Undecided switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "message" => DiagnosticSeverity.Info,
        _ => null,
    };

    private Diagnostic UnknownSeverity() => new()
    {
        Code = BuildCodes.UnknownPropertyValue,
        Severity = DiagnosticSeverity.Error,
        Message = $"MlOpsUndecided is '{Undecided}'; expected message, warning or error.",
    };
}
