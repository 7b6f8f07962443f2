using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>A folder with <c>.dvc</c> in it, and what belongs to it.</summary>
internal sealed class DvcRepository
{
    private readonly Lazy<DvcMemory> _memory;

    private DvcRepository(string root, DvcConfig config)
    {
        Root = root;
        Config = config;
        Cache = new DvcCache(config.CacheFolder);
        _memory = new Lazy<DvcMemory>(() => new DvcMemory(Path.Combine(Folder, "tmp", "mlops", "md5")));
    }

    /// <summary>The repository's folder, absolute.</summary>
    public string Root { get; }

    public DvcConfig Config { get; }

    public DvcCache Cache { get; }

    /// <summary>Read when it is first asked for.</summary>
    public DvcMemory Memory => _memory.Value;

    public string Folder => Path.Combine(Root, DvcLayout.Folder);

    /// <summary>The repository that a folder lies in; null when there is none.</summary>
    public static string? FindRoot(string folder)
    {
        for (var here = folder; here is not null; here = Path.GetDirectoryName(here))
        {
            if (Directory.Exists(Path.Combine(here, DvcLayout.Folder)))
                return here;
        }

        return null;
    }

    /// <summary>Opens it; null, with an error, when there is none or its configuration cannot be read.</summary>
    /// <param name="folder">A folder in it.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="variable">Reads an environment variable; null is the process's own environment.</param>
    public static DvcRepository? Open(string folder, DiagnosticBag diagnostics, Func<string, string?>? variable = null)
    {
        if (FindRoot(Path.TrimEndingDirectorySeparator(folder)) is not { } root)
        {
            diagnostics.Error(
                VersionCodes.NoDvcRepository, "neither the folder nor one above it has a '.dvc' folder. Make one with 'mlops data init'.",
                    new(folder));
            return null;
        }

        var found = new DiagnosticBag();
        var config = DvcConfig.Read(Path.Combine(root, DvcLayout.Folder), DvcConfigFiles.Above(variable ?? Environment.GetEnvironmentVariable), found);
        diagnostics.AddRange(found);
        return found.HasErrors ? null : new DvcRepository(root, config);
    }

    /// <summary>A path from the root, forward slashes.</summary>
    public string Display(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
