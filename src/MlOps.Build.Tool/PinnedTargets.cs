using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Versions.Locks;

namespace MlOps.Build.Tool;

/// <summary>The data of a project that <c>mlops.lock</c> pins.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Chosen">Those that are meant.</param>
/// <param name="Lines">All lines of the lock.</param>
/// <param name="Kept">The lines of other data of the project.</param>
internal sealed record PinnedTargets(string Folder, IReadOnlyList<PinnedData> Chosen, IReadOnlyDictionary<string, LockLine> Lines,
    IReadOnlyList<LockLine> Kept)
{
    /// <summary>Finds them; null, with errors, when something cannot be read or nothing is meant.</summary>
    public static PinnedTargets? Find(ToolEnvironment environment, string? project, IReadOnlyList<string> targets, DiagnosticBag diagnostics)
    {
        if (ProjectFile.Find(environment.FullPath(project ?? "."), diagnostics) is not { } file
            || LockFile.Read(file.Folder, diagnostics) is not { } lines)
        {
            return null;
        }

        var all = PinnedData.Of(file.Describe([], null, environment.Variable));
        var chosen = all.Where(data => targets.Count == 0 || targets.Contains(data.Address)
            || targets.Any(target => environment.FullPath(target) == data.Path || environment.FullPath(target) == Path.GetFullPath(data.Address, file.Folder))).ToList();
        if (chosen.Count > 0)
        {
            return new PinnedTargets(file.Folder, chosen, lines,
                [.. all.Except(chosen).Select(data => lines.GetValueOrDefault(data.Source)).OfType<LockLine>()]);
        }

        diagnostics.Error(
            VersionCodes.NothingToVersion,
            "no MlOpsData of the project has a Source or lies outside its repository. Give one: <MlOpsData Include=\"data/x.csv\" "
                + "Source=\"https://…/x.csv\" />.",
            new(file.FilePath ?? file.Folder));
        return null;
    }
}
