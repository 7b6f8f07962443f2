using System.Xml;
using System.Xml.Linq;
using MlOps.Build.Contracts;

namespace MlOps.Build.Tool.Doctor;

/// <summary>What can be wrong with a model project.</summary>
internal static class ProjectChecks
{
    private static readonly byte[] Pointer = "version https://git-lfs.github.com/spec/"u8.ToArray();

    public static void Reference(ProjectFile project, DiagnosticBag findings)
    {
        if (project.FilePath is not { } path)
        {
            findings.Error(ToolCodes.ProjectMissing, "the folder has no project file. 'mlops init' writes one.", new SourcePosition(project.Folder));
            return;
        }

        var kit = project.PackageReferences.FirstOrDefault(reference => reference.Attribute("Include")?.Value == "MlOps.Build");
        if (kit is null)
            findings.Warning(ToolCodes.ReferenceWrong, "no reference to MlOps.Build: 'dotnet build' trains nothing. Add the package with PrivateAssets=\"all\".", new SourcePosition(path));
        else if (!IsPrivate(kit))
            findings.Error(ToolCodes.ReferenceWrong, "the reference to MlOps.Build would reach consumers. Add PrivateAssets=\"all\" to it.", PlaceOf(path, kit));
        if (project.PackageReferences.All(reference => reference.Attribute("Include")?.Value != "MlOps.Build.Inference"))
            findings.Warning(ToolCodes.ReferenceWrong, "no reference to MlOps.Build.Inference, which the generated predictor needs. Add the package.", new SourcePosition(path));
    }

    public static void Files(ProjectFile project, ToolEnvironment environment, DiagnosticBag findings)
    {
        var described = project.Describe([], null, environment.Variable);
        foreach (var file in new[] { described.SchemaFile, described.ConfigurationFile, described.ChecklistFile }.Where(file => !File.Exists(file)))
            findings.Info(ToolCodes.DefaultInUse, "is not there; defaults are used. 'mlops init' writes it.", new SourcePosition(file));
    }

    public static void Data(ProjectFile project, DiagnosticBag findings)
    {
        var files = project.Data();
        if (files.Count == 0)
        {
            var place = new SourcePosition(project.FilePath ?? project.Folder);
            findings.Error(ToolCodes.DataMissing, "names no data file that exists. Add <MlOpsData Include=\"data/….csv\" /> to the project.", place);
        }

        foreach (var file in files)
        {
            if (!File.Exists(file))
                findings.Error(ToolCodes.DataMissing, "the project names this data file, and it is not there. Fetch it, or correct MlOpsData.", new SourcePosition(file));
            else if (IsPointer(file))
                findings.Error(ToolCodes.LargeFilePointer, "is a Git LFS pointer, not the data. Run 'git lfs install' and 'git lfs pull'.", new SourcePosition(file));
        }
    }

    private static bool IsPrivate(XElement reference)
    {
        var value = reference.Attribute("PrivateAssets")?.Value ?? reference.Elements().FirstOrDefault(child => child.Name.LocalName == "PrivateAssets")?.Value;
        return value?.Split(';').Any(asset => asset.Trim().Equals("all", StringComparison.OrdinalIgnoreCase)) == true;
    }

    private static SourcePosition PlaceOf(string path, XElement element) =>
        element is IXmlLineInfo info && info.HasLineInfo() ? new SourcePosition(path, info.LineNumber, info.LinePosition) : new SourcePosition(path);

    private static bool IsPointer(string file)
    {
        using var stream = File.OpenRead(file);
        var start = new byte[Pointer.Length];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(Pointer);
    }
}
