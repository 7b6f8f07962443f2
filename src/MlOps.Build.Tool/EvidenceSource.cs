using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Reporting.Evidence;

namespace MlOps.Build.Tool;

/// <summary>Finds evidence where people have it: the file itself, a built project, a model package.</summary>
internal static class EvidenceSource
{
    /// <summary>The evidence; null, with an error, when there is none that can be read.</summary>
    public static ModelEvidence? Read(string path, DiagnosticBag diagnostics)
    {
        if (Directory.Exists(path) || path.EndsWith("proj", StringComparison.OrdinalIgnoreCase))
            return OfProject(path, diagnostics);
        if (path.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase))
            return OfPackage(path, diagnostics);
        return EvidenceReader.Read(path, path, diagnostics);
    }

    private static ModelEvidence? OfProject(string path, DiagnosticBag diagnostics)
    {
        if (ProjectFile.Find(path, diagnostics) is not { } project)
            return null;
        var file = Path.Combine(project.Folder, "obj", "mlops", StageNames.Report, StageFiles.Evidence);
        if (File.Exists(file))
            return EvidenceReader.Read(file, file, diagnostics);
        diagnostics.Error(ReportCodes.EvidenceMissing, "the project has no evidence yet. Build it with 'dotnet build' first.", new SourcePosition(path));
        return null;
    }

    // Inside the package the evidence knows no version, so that promotion does not change it; the manifest does.
    private static ModelEvidence? OfPackage(string path, DiagnosticBag diagnostics)
    {
        if (ModelPackageReader.Open(path, diagnostics) is not { } package)
            return null;
        if (package.Read(PartNames.Evidence) is { } bytes)
        {
            return EvidenceReader.Parse($"{path}:{PartNames.Evidence}", bytes, diagnostics) is { } evidence
                ? evidence with
                {
                    Version = package.Manifest.Version ?? evidence.Version,
                    Package = package.Manifest,
                    Envelope = package.ReadEnvelope(),
                }
                : null;
        }

        diagnostics.Error(
            ReportCodes.EvidenceMissing, $"the package has no '{PartNames.Evidence}'. Pack the project again with this kit.", new SourcePosition(path));
        return null;
    }
}
