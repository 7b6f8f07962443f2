using Microsoft.Build.Framework;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Brings one stage up to date.</summary>
public sealed class RunStage : ModelTask
{
    /// <summary>The stage, such as <c>data</c> or <c>train</c>.</summary>
    [Required]
    public string Stage { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        using var runs = SqliteRuns.Of(project);
        var outcome = Pipeline(project, runs).Run(Stage, new SlowProgress(Log, Stage), cancellationToken);
        log.Stage(outcome);
        return outcome.Succeeded;
    }
}
