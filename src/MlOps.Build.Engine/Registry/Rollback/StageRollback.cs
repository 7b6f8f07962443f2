using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.History;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Rollback;

/// <summary>
/// Gives a stage an earlier version again: one more tag, as GTO does it. Needs git alone; the version's package was judged when it was
/// promoted, so nothing is fetched and nothing is judged.
/// </summary>
internal static class StageRollback
{
    /// <summary>What was done; null, with errors, when nothing was.</summary>
    public static RollbackResult? Run(RegistryRepository registry, RollbackOptions options, DiagnosticBag diagnostics)
    {
        if (!registry.Config.Allows(options.Stage, diagnostics) || !registry.Fetch(diagnostics) || registry.Read(diagnostics) is not { } history
            || ArtifactChoice.Choose(history, options.Artifact, diagnostics) is not { } artifact
            || Target(artifact, options, diagnostics) is not { } target)
        {
            return null;
        }

        var current = artifact.Current(options.Stage);
        if (current is not null && current.Version == target.Version)
        {
            diagnostics.Error(RegistryCodes.AlreadyHeld, $"'{options.Stage}' holds {artifact.Artifact} {target.Version} already. Nothing was changed.");
            return null;
        }

        var name = new TagName { Artifact = artifact.Artifact, Action = TagAction.Assign, Stage = options.Stage, Counter = artifact.NextCounter };
        var tag = NewTag.Of(name, target.Tag.Commit, Message(artifact, current, target, options), registry.NextGuard(artifact, options.Stage));
        return options.DryRun || registry.Write([tag], artifact, diagnostics) == TagWriting.Written ? new RollbackResult(artifact, current, target, name) : null;
    }

    private static RegisteredVersion? Target(ArtifactHistory artifact, RollbackOptions options, DiagnosticBag diagnostics)
    {
        if (artifact.Holdings(options.Stage).Count == 0)
        {
            var stages = artifact.Stages.Count == 0 ? "It has no stage yet." : $"Its stages are {string.Join(", ", artifact.Stages)}.";
            diagnostics.Error(RegistryCodes.NothingBelow, $"'{options.Stage}' has never held {artifact.Artifact}, so there is nothing to return to. {stages}");
            return null;
        }

        if (options.To is { } version)
        {
            var wanted = version.StartsWith('v') ? version[1..] : version;
            var held = artifact.Holdings(options.Stage).Select(holding => holding.Version).OfType<string>().Distinct().Where(known => artifact.Find(known) is not null).ToList();
            if (held.Contains(wanted) && artifact.Find(wanted) is { } found)
                return found;
            diagnostics.Error(
                RegistryCodes.VersionUnknown,
                $"'{options.Stage}' has never held {artifact.Artifact} {version}, so nobody has judged it for that stage. It has held {string.Join(", ", held)}; 'mlops promote' gives it another one.");
            return null;
        }

        if (artifact.Below(options.Stage) is { Version: { } below } && artifact.Find(below) is { } restored)
            return restored;
        diagnostics.Error(
            RegistryCodes.NothingBelow,
            $"'{options.Stage}' has held nothing before {artifact.Current(options.Stage)?.Shown ?? "that"} that still stands. Name a version with --to; 'mlops registry show {artifact.Artifact}' lists them.");
        return null;
    }

    // What the version was promoted with is said again, so that the newest tag of a stage says all of it.
    private static string Message(ArtifactHistory artifact, StageHolding? current, RegisteredVersion target, RollbackOptions options)
    {
        var subject = $"Rolling back {artifact.Artifact} in {options.Stage} to version v{target.Version}";
        string[] kept = [TagTrailers.Package, TagTrailers.Evidence, TagTrailers.Sha256, TagTrailers.Data, TagTrailers.Checks];
        return TagTrailers.Message(subject,
        [
            (TagTrailers.Version, target.Version),
            .. target.Tag.Trailers.Lines.Where(line => kept.Contains(line.Key)).Select(line => (line.Key, (string?)line.Value)),
            (TagTrailers.Previous, current?.Version),
            (TagTrailers.Undoes, current?.Tag.Name.ToString()),
            (TagTrailers.Actor, options.Actor),
            (TagTrailers.Run, options.Run),
            (TagTrailers.Reason, options.Reason),
        ]);
    }
}
