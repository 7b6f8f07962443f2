using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Champions;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Takes model and evidence from the champion's package instead of training.</summary>
public sealed class TakeChampion : ModelTask
{
    /// <summary>The package's file; wins over <see cref="Feed"/>.</summary>
    public string Package { get; set; } = "";

    /// <summary>A folder with packages.</summary>
    public string Feed { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            if (ChampionFinder.Find(project, Full(Package, project), Full(Feed, project), diagnostics) is { } package
                && new ChampionInstaller(project).Install(package, diagnostics, cancellationToken) is { } line)
            {
                log.Line("champion", line);
            }
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            diagnostics.Add(IoFailure.Describe(exception, "the champion's model", project.StateFolder));
        }

        log.Findings(diagnostics);
        return !diagnostics.HasErrors;
    }

    private static string Full(string path, ModelProject project) => path.Length == 0 ? "" : Path.Combine(project.Folder, path);
}
