using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;

namespace MlOps.Build.Tracking.Export;

/// <summary>
/// Brings the artifacts of runs along. A file is taken only while its bytes are those of the run: a later training writes to the same
/// place. The cache of stage outputs has them by content for longer.
/// </summary>
/// <param name="cache">The cache; null when there is none.</param>
/// <param name="diagnostics">Told what is gone.</param>
internal sealed class ExportedArtifacts(CacheLayout? cache, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, string?> _known = [];

    /// <summary>Copies what is there.</summary>
    public void Copy(TrackedRun run, string folder)
    {
        foreach (var artifact in run.Artifacts)
        {
            if (Find(artifact) is not { } source)
            {
                diagnostics.Warning(
                    TrackingCodes.ArtifactGone,
                    $"'{artifact.Path}' of run {run.Id[..8]} ({run.Name}) is not on this machine any more; the export has the run without it.");
                continue;
            }

            // Records are read from a file that anybody may have written.
            var target = Path.GetFullPath(Path.Combine(folder, artifact.Path));
            if (!target.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target, overwrite: true);
        }
    }

    private string? Find(RunArtifact artifact)
    {
        if (!_known.TryGetValue(artifact.Sha256, out var found))
        {
            var places = new[] { artifact.File, artifact.Sha256.Length == 64 ? cache?.Object(artifact.Sha256) : null };
            _known[artifact.Sha256] = found = places.OfType<string>().FirstOrDefault(place => Is(place, artifact));
        }

        return found;
    }

    private static bool Is(string place, RunArtifact artifact)
    {
        var file = new FileInfo(place);
        return file.Exists && file.Length == artifact.Size && ContentHash.OfFile(place) == artifact.Sha256;
    }
}
