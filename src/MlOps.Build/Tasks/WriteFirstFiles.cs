using Microsoft.Build.Framework;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Writes the first contract, configuration and checklist; an existing file stays.</summary>
public sealed class WriteFirstFiles : ModelTask
{
    /// <summary>True: only the contract, and an existing one gets the columns that it lacks.</summary>
    public bool SchemaOnly { get; set; }

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        var files = Write(new FirstFiles(project), diagnostics, cancellationToken);
        foreach (var file in files)
            Log.LogMessage(MessageImportance.High, "{0}", $"  {(file.Written ? "written" : "kept"),-9} {project.Display(file.Path)}");
        log.Findings(diagnostics);
        return !diagnostics.HasErrors;
    }

    private IReadOnlyList<FirstFile> Write(FirstFiles files, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        try
        {
            if (!SchemaOnly)
                return files.Write(diagnostics, cancellationToken);
            return files.WriteSchema(diagnostics, cancellationToken) is { } schema ? [schema] : [];
        }
        catch (Exception exception) when (IoFailure.Knows(exception))
        {
            diagnostics.Add(IoFailure.Describe(exception, "the first files", Path.GetDirectoryName(Project.ItemSpec)!));
            return [];
        }
    }
}
