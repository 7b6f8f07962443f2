using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Reads what a <c>.dvc</c> file or a <c>dvc.lock</c> versions.</summary>
internal static class DvcFileReader
{
    private const int LargestFile = 64 << 20;

    /// <summary>The outputs of a file, in order; those that cannot be used are errors.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<DvcOutput> Read(DvcRepository repository, string file, DiagnosticBag diagnostics)
    {
        if (Parse(repository, file, diagnostics) is not { } root)
            return [];
        var name = Path.GetFileName(file);
        return name == DvcLayout.LockFile ? OfLock(repository, file, root, diagnostics) : OfFile(repository, file, root, diagnostics);
    }

    /// <summary>The top of a YAML file of DVC; null, with an error, when it is none.</summary>
    public static YamlSection? Parse(DvcRepository repository, string file, DiagnosticBag diagnostics)
    {
        var shown = repository.Display(file);
        var length = new FileInfo(file).Length;
        if (length <= LargestFile)
            return YamlFile.Parse(shown, File.ReadAllText(file, Encoding.UTF8), diagnostics);
        diagnostics.Error(VersionCodes.WrongSize, $"the file has {length} bytes; no such file has more than {LargestFile}. Restore it.", new(shown));
        return null;
    }

    private static IReadOnlyList<DvcOutput> OfFile(DvcRepository repository, string file, YamlSection root, DiagnosticBag diagnostics)
    {
        if (Folder(repository, file, root, diagnostics) is not { } folder)
            return [];
        var reader = new DvcOutputReader(repository, file, diagnostics);
        return [.. Sections(root, "outs").Select(section => reader.Read(section, folder)).OfType<DvcOutput>()];
    }

    private static IReadOnlyList<DvcOutput> OfLock(DvcRepository repository, string file, YamlSection root, DiagnosticBag diagnostics)
    {
        if (root.Section("stages") is not { } stages)
            return [];
        var pipeline = PipelineOf(repository, file, diagnostics);
        var reader = new DvcOutputReader(repository, file, diagnostics);
        var outputs = new List<DvcOutput>();
        foreach (var name in stages.Keys)
        {
            // A stage of a matrix or a loop is called after it: train@small.
            var definition = pipeline?.Has(name) == true ? pipeline.Section(name) : pipeline?.Section(name.Split('@')[0]);
            definition = definition?.Has("do") == true ? definition.Section("do") : definition;
            if (stages.Section(name) is not { } stage || Folder(repository, file, definition, diagnostics) is not { } folder)
                continue;
            var uncached = Uncached(definition);
            outputs.AddRange(Sections(stage, "outs")
                .Select(section => reader.Read(section, folder, section.Text("path") is not { } path || !uncached.Contains(path))).OfType<DvcOutput>());
        }

        return outputs;
    }

    private static YamlSection? PipelineOf(DvcRepository repository, string file, DiagnosticBag diagnostics)
    {
        var pipeline = Path.Combine(Path.GetDirectoryName(file)!, DvcLayout.PipelineFile);
        return File.Exists(pipeline) ? Parse(repository, pipeline, diagnostics)?.Section("stages") : null;
    }

    // Outputs with 'cache: false' stay in git; only dvc.yaml says so.
    private static HashSet<string> Uncached(YamlSection? stage)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in stage is null ? [] : new[] { "outs", "metrics", "plots" })
        {
            foreach (var flags in stage!.Items(kind).Where(item => item.IsSection).Select(item => item.Section()).OfType<YamlSection>())
            {
                paths.UnionWith(flags.Keys.Where(path => flags.Value(path) is { IsSection: true } value
                    && value.Section()?.Boolean("cache") == false));
            }
        }

        return paths;
    }

    private static IEnumerable<YamlSection> Sections(YamlSection root, string key) =>
        root.Items(key).Select(item => item.Section()).OfType<YamlSection>();

    private static string? Folder(DvcRepository repository, string file, YamlSection? section, DiagnosticBag diagnostics)
    {
        var own = Path.GetDirectoryName(file)!;
        if (section?.Text("wdir") is not { } folder || folder is "." or "")
            return own;
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, own));
        if (full == repository.Root || SafePath.Resolve(repository.Root, own, folder) is not null)
            return full;
        diagnostics.Error(VersionCodes.PathOutside, $"'wdir' is '{SafePath.Shown(folder)}', which leads out of the repository.",
            section!.PositionOf("wdir"));
        return null;
    }
}
