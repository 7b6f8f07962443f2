using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Folders;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Tool;

/// <summary>
/// A model project as far as its file says it without MSBuild: <c>MlOpsData</c> with wildcards, and the properties that name files. Other
/// expressions are MSBuild's business; <c>--data</c> names the files then.
/// </summary>
internal sealed class ProjectFile
{
    private readonly XDocument? _document;

    private ProjectFile(string folder, string? path, XDocument? document)
    {
        Folder = folder;
        FilePath = path;
        _document = document;
    }

    public string Folder { get; }

    /// <summary>Null when the folder has no project file.</summary>
    public string? FilePath { get; }

    public string Name => Path.GetFileNameWithoutExtension(FilePath ?? Folder.TrimEnd(Path.DirectorySeparatorChar));

    public IEnumerable<XElement> PackageReferences => Elements("PackageReference");

    /// <summary>Finds the project; null, with an error, when there is none or it cannot be read.</summary>
    public static ProjectFile? Find(string path, DiagnosticBag diagnostics)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            diagnostics.Error(ToolCodes.ProjectMissing, "there is no such file or folder. Name the project's folder with --project.", new SourcePosition(path));
            return null;
        }

        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        var files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.csproj").Order(StringComparer.Ordinal)] : new[] { path };
        if (files.Length > 1)
        {
            var names = string.Join(", ", files.Select(Path.GetFileName));
            diagnostics.Error(ToolCodes.ProjectMissing, $"the folder has {files.Length} project files ({names}). Name one with --project.", new SourcePosition(path));
            return null;
        }

        return files.Length == 0 ? new ProjectFile(folder, null, null) : Load(folder, files[0], diagnostics);
    }

    /// <summary>The project as the engine takes it.</summary>
    public ModelProject Describe(IReadOnlyList<string> data, string? label, Func<string, string?> variable) => new()
    {
        Name = Name,
        Folder = Folder,
        Data = data.Count > 0 ? DataPaths.Expand(data) : Data(),
        NamedData = data.Count > 0 ? data : NamedData(),
        DataSources = Metadata("Source"),
        Partitioned = Metadata("Partitioned").ToDictionary(pair => pair.Key, pair => pair.Value.Equals("true", StringComparison.OrdinalIgnoreCase), StringComparer.Ordinal),
        SchemaFile = Below("MlOpsSchemaFile", "schema.yaml"),
        ConfigurationFile = Below("MlOpsTrainingConfigFile", "training-config.yaml"),
        ChecklistFile = Below("MlOpsChecklistFile", "validation-checklist.md"),
        ModelCardFile = Below("MlOpsModelCardFile", "model-card.md"),
        StateFolder = Path.Combine(Folder, "obj", "mlops"),
        OutputFolder = Path.Combine(Folder, "bin", "Debug", "mlops"),
        LabelColumn = label ?? Property("MlOpsLabel"),
        License = Property("PackageLicenseExpression"),
        Stage = Property("MlOpsStage") ?? "",
        Artifact = Property("MlOpsArtifactName"),
        ReferenceDate = Property("MlOpsReferenceDate"),
        ReferenceData = Named("MlOpsReferenceData"),
        ReferenceSchema = Named("MlOpsReferenceSchema"),
        ServingData = Named("MlOpsServingData"),
        Cache = CacheSettings.Of(Property("MlOpsCacheFolder"), 0, variable),
    };

    // What MSBuild would have to work out is left to it.
    private string? Named(string property) =>
        Property(property) is { } path && !path.Contains('$', StringComparison.Ordinal) ? Path.GetFullPath(path, Folder) : null;

    public string? Property(string name) =>
        _document?.Descendants().LastOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The data files that exist, those in folders, and those that are named without a wildcard.</summary>
    public IReadOnlyList<string> Data() => DataPaths.Expand(NamedData());

    private IReadOnlyList<string> NamedData() => [.. Elements("MlOpsData").SelectMany(Expand).Distinct()];

    // What items say by a name, as an attribute or an element, for each file or folder of theirs.
    private Dictionary<string, string> Metadata(string name)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in Elements("MlOpsData"))
        {
            var value = element.Attribute(name)?.Value ?? element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value;
            if (value?.Trim() is not { Length: > 0 } text)
                continue;
            foreach (var file in Expand(element))
                values[file] = Unescaped(text);
        }

        return values;
    }

    // As MSBuild reads it: %20 is a space.
    private static string Unescaped(string text) =>
        Regex.Replace(text, "%([0-9A-Fa-f]{2})", match => ((char)Convert.ToByte(match.Groups[1].Value, 16)).ToString());

    private static ProjectFile? Load(string folder, string path, DiagnosticBag diagnostics)
    {
        try
        {
            return new ProjectFile(folder, path, XDocument.Load(path, LoadOptions.SetLineInfo));
        }
        catch (XmlException exception)
        {
            var place = new SourcePosition(path, exception.LineNumber, exception.LinePosition);
            diagnostics.Error(ToolCodes.ProjectMissing, $"the project file is not valid XML: {exception.Message.ReplaceLineEndings(" ")}", place);
            return null;
        }
    }

    private IEnumerable<string> Expand(XElement element) => (element.Attribute("Include")?.Value ?? "")
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(path => PathPattern.Is(path)
            ? PathPattern.Find(Folder, path)
            : [Path.TrimEndingDirectorySeparator(Path.GetFullPath(path.Replace('\\', '/'), Folder))]);

    private string Below(string property, string file) => Path.GetFullPath(Property(property) ?? file, Folder);

    private IEnumerable<XElement> Elements(string name) => _document?.Descendants().Where(element => element.Name.LocalName == name) ?? [];
}
