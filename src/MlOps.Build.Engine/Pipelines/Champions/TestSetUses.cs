using System.Globalization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines.Champions;

/// <summary>Counts the models that today's test rows have judged: the packages of the feed, and the one that is being built.</summary>
internal static class TestSetUses
{
    /// <summary>Null while split or training are not there, or when the split is older than fingerprints.</summary>
    /// <param name="workspace">The project.</param>
    /// <param name="limit">How many models the rows may judge.</param>
    public static TestSetUse? Of(Workspace workspace, int limit)
    {
        if (!File.Exists(workspace.State.File(StageNames.Split, StageFiles.SplitSummary)))
            return null;
        var split = workspace.Read(StageNames.Split, StageFiles.SplitSummary, ContractsJson.Default.SplitSummary);
        var own = workspace.State.Receipt(StageNames.Train)?.Find(StageFiles.Model)?.Sha256;
        if (split.TestFingerprint is not { } fingerprint)
            return null;
        return new TestSetUse { Fingerprint = fingerprint, Limit = limit, Uses = Count(workspace.Project, fingerprint, own) };
    }

    /// <summary>Warns of a test set that has judged too many models.</summary>
    public static void Warn(TestSetUse? use, string package, SourcePosition position, DiagnosticBag diagnostics)
    {
        if (use is not { IsWornOut: true, Uses: { } uses })
            return;
        diagnostics.Warning(
            ChampionCodes.TestSetWornOut,
            string.Create(CultureInfo.InvariantCulture, $"the same test rows have judged {uses:N0} models of '{package}', more than the {use.Limit:N0} of 'test_set_limit': ")
            + "what is chosen by them again and again fits them, and their metrics say too much. Test on newer rows, or raise the limit.",
            position);
    }

    // The same model packed under several versions was judged once.
    private static int? Count(ModelProject project, string fingerprint, string? own)
    {
        if (project.Feed is not { } feed)
            return null;
        var models = ChampionFinder.Packages(feed, project.PackageId ?? project.Name)
            .Select(package => PackedTestSet.Read(package.Path))
            .Where(packed => packed?.Fingerprint == fingerprint)
            .Select(packed => packed!.Model)
            .ToHashSet(StringComparer.Ordinal);
        models.Remove(own ?? "");
        return models.Count + 1;
    }
}
