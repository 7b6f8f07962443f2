using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Trains again in processes of their own and compares the bytes of the model.</summary>
public sealed class VerifyReproducible : ModelTask
{
    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        foreach (var finding in Pipeline(project).VerifyReproducible(new SlowProgress(Log, "verify"), cancellationToken))
        {
            if (finding.Severity == DiagnosticSeverity.Info)
                log.Line("verify", finding.Message);
            log.Findings([finding]);
        }

        return true;
    }
}
