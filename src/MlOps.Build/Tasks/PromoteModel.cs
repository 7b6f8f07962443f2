using Microsoft.Build.Framework;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Engine.Registry.Promotion;
using MlOps.Build.Feeds;
using MlOps.Build.Tasks.Reporting;
using MlOps.Build.Trackers.Registry;

namespace MlOps.Build.Tasks;

/// <summary>Gives a stage a version of the project's model: what <c>mlops promote</c> does.</summary>
public sealed class PromoteModel : ModelTask
{
    /// <summary>The version in the feed, most often a pre-release.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>A folder, an address, or a source's name in <c>nuget.config</c>.</summary>
    [Required]
    public string Feed { get; set; } = "";

    /// <summary>The remote that holds the registry; empty is <c>origin</c>, when there is one.</summary>
    public string Remote { get; set; } = "";

    /// <summary>Why, in one line.</summary>
    public string Reason { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        if (project.Stage.Length == 0)
        {
            diagnostics.Error(RegistryCodes.InvalidName, "a promotion needs a stage: -p:MlOpsStage=production.");
        }
        else if (RegistryRepository.Open(project.Folder, Remote.Length > 0 ? Remote : null, Environment.GetEnvironmentVariable, diagnostics) is { } registry
            && Options(project, diagnostics) is { } options
            && new Promoter(registry, options, diagnostics).RunAsync(null, cancellationToken).GetAwaiter().GetResult() is { } done)
        {
            StageMirror.Promoted(options, done, Environment.GetEnvironmentVariable, diagnostics, cancellationToken);
            var name = $"{done.Candidate.Package.Manifest.Name} {done.Candidate.StableVersion}";
            log.Line("promote", done.WasDone ? $"{project.Stage} holds {name} already" : $"{project.Stage} took {name}, {(done.Before is { } before ? $"in place of {before.Shown}" : "its first version")}");
        }

        log.Findings(diagnostics);
        return !diagnostics.HasErrors;
    }

    private PromotionOptions? Options(ModelProject project, DiagnosticBag diagnostics)
    {
        try
        {
            var folder = Path.GetFullPath(Feed, project.Folder);
            return new PromotionOptions
            {
                Package = project.PackageId ?? project.Name,
                Version = Version,
                Stage = project.Stage,
                Artifact = project.Artifact,
                Feed = PackageFeeds.Open(Feed, project.Folder, Environment.GetEnvironmentVariable),
                Source = Feed.Contains("://", StringComparison.Ordinal) ? Feed : Directory.Exists(folder) ? folder : null,
                Project = project,
                Reason = Reason,
                Origin = EnvironmentOrigin.Read(Environment.GetEnvironmentVariable),
                WorkFolder = PromotionOptions.WorkFolderOf(project),
            };
        }
        catch (FeedException exception)
        {
            diagnostics.Add(exception.Diagnostic);
            return null;
        }
    }
}
