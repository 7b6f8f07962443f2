using Microsoft.Build.Framework;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Predictors;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Tasks.Reporting;

namespace MlOps.Build.Tasks;

/// <summary>Writes the typed predictor, when it is another than before.</summary>
public sealed class GeneratePredictor : ModelTask
{
    /// <summary>The C# namespace of the predictor.</summary>
    [Required]
    public string Namespace { get; set; } = "";

    /// <summary>The beginning of its types' names.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>False leaves out <c>services.AddX()</c>.</summary>
    public bool AddServices { get; set; } = true;

    /// <summary>True makes text columns with a closed list of values enums.</summary>
    public bool Enums { get; set; }

    /// <summary>True checks rows against the contract unless a call says otherwise.</summary>
    public bool Checks { get; set; }

    /// <summary>The file to write.</summary>
    [Required]
    public string OutputFile { get; set; } = "";

    /// <summary>True when the file is there.</summary>
    [Output]
    public bool Generated { get; set; }

    private protected override bool Execute(ModelProject project, BuildLog log, CancellationToken cancellationToken)
    {
        // The predictor is the same whoever trains, and editors ask for it before anything is built.
        var workspace = new Workspace(project with { Trainers = null }, new TableShelf());
        if (!ProjectPredictor.IsKnown(workspace))
            return true;
        var diagnostics = new DiagnosticBag();
        var wishes = new PredictorWishes { Namespace = Namespace, Name = Name, AddServices = AddServices, Enums = Enums, Checks = Checks };
        var source = ProjectPredictor.Generate(workspace, wishes, diagnostics);
        log.Findings(diagnostics);
        if (source is null)
            return false;
        WholeFile.WriteIfDifferent(OutputFile, source);
        return Generated = true;
    }
}
