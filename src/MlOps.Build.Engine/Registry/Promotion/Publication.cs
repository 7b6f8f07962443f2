using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Registry.Feeds;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>
/// Pushes the package, then writes the tags. When the tags are not written, the package is taken back, so that nothing is left; when nobody can say
/// whether they were written, it stays, and the next run finds out.
/// </summary>
internal sealed class Publication(RegistryRepository registry, ArtifactHistory artifact, PromotionOptions options, DiagnosticBag diagnostics)
{
    /// <summary>True when package and tags are there; otherwise an error says why not.</summary>
    public async Task<bool> RunAsync(string package, string version, IReadOnlyList<NewTag> tags, CancellationToken cancellationToken)
    {
        var outcome = await options.Feed.PushAsync(package, options.Package, version, cancellationToken).ConfigureAwait(false);
        if (outcome == PushOutcome.Conflict)
        {
            diagnostics.Error(
                RegistryCodes.VersionTaken,
                $"{options.Feed.Name} has {options.Package} {version} with other bytes, and a version never changes. Nothing was done; build this model under a higher version.");
            return false;
        }

        // From here on there is no way back but to the end or the beginning.
        var written = registry.Write(tags, artifact, diagnostics);
        if (written == TagWriting.Written)
        {
            // Another run that failed with the same package may have taken it back in between.
            await options.Feed.PushAsync(package, options.Package, version, CancellationToken.None).ConfigureAwait(false);
            return true;
        }

        if (outcome == PushOutcome.Pushed && written != TagWriting.Unknown && !await TakeBackAsync(package, version).ConfigureAwait(false))
            diagnostics.Warning(RegistryCodes.Inconsistent, $"{options.Package} {version} is left in {options.Feed.Name}, and no tag names it. The next promotion of the same bits takes it up.");
        return false;
    }

    // What cannot be seen is taken for registered, so that nothing is removed.
    private bool IsRegistered(string version)
    {
        var ignored = new DiagnosticBag();
        return !registry.Fetch(ignored) || registry.Read(ignored)?.Of(artifact.Artifact).Find(version) is not null || ignored.HasErrors;
    }

    private async Task<bool> TakeBackAsync(string package, string version)
    {
        try
        {
            // Somebody else may have promoted the same bits meanwhile: then they are his.
            if (IsRegistered(version))
                return true;
            var removed = await options.Feed.RemoveAsync(options.Package, version, ContentHash.OfFile(package), CancellationToken.None).ConfigureAwait(false);
            if (IsRegistered(version))
                await options.Feed.PushAsync(package, options.Package, version, CancellationToken.None).ConfigureAwait(false);
            return removed;
        }
        catch (FeedException)
        {
            return false;
        }
    }
}
