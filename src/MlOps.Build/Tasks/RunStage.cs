using Microsoft.Build.Framework;
using MlOps.Build.Contracts;
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
        using var file = SqliteRuns.Of(project);
        var runs = file is null ? null : new SentRuns(project.RunsFile!, file);
        var outcome = Pipeline(project, runs).Run(Stage, new SlowProgress(Log, Stage), cancellationToken);
        log.Stage(outcome);
        var sending = new DiagnosticBag();
        runs?.Send(Stage, sending, cancellationToken);
        log.Findings(sending);
        return outcome.Succeeded;
    }
}
