using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Dvc;
using MlOps.Build.Engine.Data.Versions.Locks;

namespace MlOps.Build.Tool;

/// <summary>What a verb of data versions is about: the outputs of a DVC repository, the pinned data of a project, or both.</summary>
internal sealed record DataTargets
{
    /// <summary>Null when the folder is in none.</summary>
    public DvcRepository? Repository { get; init; }

    public IReadOnlyList<DvcOutput> Outputs { get; init; } = [];

    /// <summary>The project's folder.</summary>
    public required string Folder { get; init; }

    public IReadOnlyList<PinnedData> Pinned { get; init; } = [];

    public IReadOnlyDictionary<string, LockLine> Lines { get; init; } = new Dictionary<string, LockLine>();

    /// <summary>Finds both; null, with errors, when something cannot be read.</summary>
    /// <param name="environment">The tool's environment.</param>
    /// <param name="project">The project's file or folder; null is the current folder.</param>
    /// <param name="targets">What is meant; everything when there is none.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="uncached">True for outputs too that git keeps.</param>
    public static DataTargets? Find(
        ToolEnvironment environment, string? project, IReadOnlyList<string> targets, DiagnosticBag diagnostics, bool uncached = false)
    {
        if (ProjectFile.Find(environment.FullPath(project ?? "."), diagnostics) is not { } file
            || LockFile.Read(file.Folder, diagnostics) is not { } lines)
        {
            return null;
        }

        var full = targets.Select(target => Path.TrimEndingDirectorySeparator(environment.FullPath(target))).ToList();
        var model = file.Describe([], null, environment.Variable);
        var pinned = PinnedData.Of(model).Where(data => full.Count == 0 || full.Contains(data.Path) || targets.Contains(data.Address) || full.Contains(Path.GetFullPath(data.Address, file.Folder))).ToList();
        var rest = full.Where(target => !pinned.Exists(data => data.Path == target || environment.FullPath(data.Address) == target || Path.GetFullPath(data.Address, file.Folder) == target)).ToList();
        var repository = DvcRepository.FindRoot(file.Folder) is null ? null : DvcRepository.Open(file.Folder, diagnostics, environment.Variable);
        if (full.Count > 0 && rest.Count == 0)
            return Of(file.Folder, repository, [], pinned, lines, diagnostics);
        if (repository is null && (pinned.Count == 0 || rest.Count > 0))
            repository = DvcRepository.Open(file.Folder, diagnostics, environment.Variable);
        var outputs = repository is null ? [] : DvcFinder.Outputs(repository, rest, diagnostics, uncached);
        return Of(file.Folder, repository, outputs, pinned, lines, diagnostics);
    }

    private static DataTargets? Of(
        string folder, DvcRepository? repository, IReadOnlyList<DvcOutput> outputs, IReadOnlyList<PinnedData> pinned,
        IReadOnlyDictionary<string, LockLine> lines, DiagnosticBag diagnostics) =>
        diagnostics.HasErrors ? null : new DataTargets
        {
            Folder = folder,
            Repository = repository,
            Outputs = outputs,
            Pinned = pinned,
            Lines = lines,
        };
}
