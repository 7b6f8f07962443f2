using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Rollback;
using MlOps.Build.Tasks.Reporting;
using MlOps.Build.Trackers.Registry;

namespace MlOps.Build.Tasks;

/// <summary>Gives a stage an earlier version of the project's model again: what <c>mlops rollback</c> does.</summary>
public sealed class RollBackModel : ModelTask
{
    /// <summary>The version to return to; empty is the one below the one in force.</summary>
    public string Version { get; set; } = "";

    /// <summary>The remote that holds the registry; empty is <c>origin</c>, when there is one.</summary>
    public string Remote { get; set; } = "";

    /// <summary>Why, in one line.</summary>
    public string Reason { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        var origin = EnvironmentOrigin.Read(Environment.GetEnvironmentVariable);
        var options = new RollbackOptions
        {
            Artifact = project.Artifact ?? ArtifactName.Of(project.PackageId ?? project.Name),
            Stage = project.Stage,
            To = Version.Length > 0 ? Version : null,
            Reason = Reason,
            Actor = origin.Actor,
            Run = origin.Run,
        };
        if (project.Stage.Length == 0)
        {
            diagnostics.Error(RegistryCodes.InvalidName, "a rollback needs a stage: -p:MlOpsStage=production.");
        }
        else if (RegistryRepository.Open(project.Folder, Remote.Length > 0 ? Remote : null, Environment.GetEnvironmentVariable, diagnostics) is { } registry
            && StageRollback.Run(registry, options, diagnostics) is { } done)
        {
            StageMirror.RolledBack(done, project.Stage, project.ChampionStage, Environment.GetEnvironmentVariable, diagnostics, cancellationToken);
            log.Line("rollback", $"{project.Stage} returned from {done.Undone?.Shown ?? "nothing"} to {done.Artifact.Artifact} {done.Restored.Version}, recorded as {done.Tag}");
        }

        log.Findings(diagnostics);
        return !diagnostics.HasErrors;
    }
}
