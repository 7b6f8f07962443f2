using Microsoft.Build.Framework;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Writes the data dictionary from the contract.</summary>
public sealed class WriteDataDictionary : ModelTask
{
    private const string Absent = "there is no data contract to document. Write one with 'dotnet build -t:MlOpsInferSchema'.";

    /// <summary>The page.</summary>
    [Required]
    public string File { get; set; } = "";

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticBag();
        if (Contract(project, diagnostics) is { } schema)
        {
            var path = Path.GetFullPath(File, project.Folder);
            var written = WholeFile.WriteIfDifferent(path, DataDictionary.Write(schema, project.Name));
            Log.LogMessage(MessageImportance.High, "{0}", $"  {(written ? "written" : "kept"),-9} {project.Display(path)}");
        }

        log.Findings(diagnostics);
        return !diagnostics.HasErrors;
    }

    private static DataSchema? Contract(ModelProject project, DiagnosticBag diagnostics)
    {
        if (!System.IO.File.Exists(project.SchemaFile))
            diagnostics.Error(BuildCodes.InputUnreadable, Absent, new SourcePosition(project.Display(project.SchemaFile)));
        else if (ProjectText.Read(project, project.SchemaFile, diagnostics) is { } text)
            return SchemaFile.Parse(project.Display(project.SchemaFile), text, diagnostics);
        return null;
    }
}
