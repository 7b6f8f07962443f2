using Microsoft.Build.Framework;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Finds the stages, from the first on, that have nothing to do, and says so in one line.</summary>
public sealed class PlanStages : ModelTask
{
    /// <summary>The stages that may have something to do, each between semicolons.</summary>
    [Output]
    public string Pending { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var plan = Pipeline(project).Plan(new SlowProgress(Log, "plan"), cancellationToken);
        Pending = string.Concat(plan.Pending.Select(stage => $";{stage};"));
        if (plan.UpToDate is [var first, ..])
            log.Line(plan.UpToDate.Count == 1 ? first.Stage : $"{first.Stage} … {plan.UpToDate[^1].Stage}", " up to date");
        log.Findings(plan.UpToDate.SelectMany(receipt => receipt.Diagnostics));
        log.Findings(plan.Diagnostics);
        return true;
    }
}
