using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>The package of the version that a stage holds, held against the hash that its tag names.</summary>
internal sealed class StageChampion(ArtifactHistory artifact, PromotionOptions options, DiagnosticBag diagnostics)
{
    /// <summary>The package's file; null when the stage holds nothing, or, with an error, when its package cannot be had.</summary>
    public async Task<string?> FetchAsync(CancellationToken cancellationToken)
    {
        if (artifact.Current(options.Stage) is not { } holding)
            return null;
        if (holding.Version is not { } version)
        {
            diagnostics.Error(RegistryCodes.VersionUnknown, $"'{options.Stage}' holds {holding.Shown}, and no version is registered there, so nothing can be compared. Register it with GTO, or empty the stage.");
            return null;
        }

        var folder = Directory.CreateDirectory(Path.Combine(options.WorkFolder, "champion")).FullName;
        var id = holding.Tag.Trailers[TagTrailers.Package] ?? options.Package;
        var file = Path.Combine(folder, $"{id}.{version}.nupkg");
        if (!await options.Feed.DownloadAsync(id, version, file, cancellationToken).ConfigureAwait(false))
        {
            diagnostics.Error(
                RegistryCodes.CandidateMissing,
                $"'{options.Stage}' holds {id} {version}, and {options.Feed.Name} does not have it, so nothing can be compared. Push it again, or name its feed with --feed.");
            return null;
        }

        if (holding.Tag.Trailers[TagTrailers.Sha256] is not { } expected || expected == ContentHash.OfFile(file))
            return file;
        diagnostics.Error(
            RegistryCodes.Inconsistent,
            $"{id} {version} in {options.Feed.Name} is not the package that '{options.Stage}' was given: its SHA-256 is not {expected}. Find out who replaced it before anything is promoted.");
        return null;
    }
}
