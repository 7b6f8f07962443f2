using Microsoft.Build.Framework;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Sources;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Holds the data against <c>mlops.lock</c> and DVC's files before anything reads them, and fetches what is missing when that is asked
/// for.</summary>
public sealed class CheckDataVersions : ModelTask
{
    /// <summary>True to fetch data that are not there.</summary>
    public bool Pull { get; set; }

    /// <summary>True when something came, so that patterns may match more than before.</summary>
    [Output]
    public bool Fetched { get; set; }

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            var opener = Pull ? new RemoteOpener(Environment.GetEnvironmentVariable) : null;
            foreach (var name in new DataVersionCheck(project, opener, diagnostics).Run(cancellationToken))
            {
                log.Line("pull", name);
                Fetched = true;
            }
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            diagnostics.Add(IoFailure.Describe(exception, "the fetched data", project.Folder));
        }

        log.Findings(diagnostics);
        return !diagnostics.HasErrors;
    }
}
