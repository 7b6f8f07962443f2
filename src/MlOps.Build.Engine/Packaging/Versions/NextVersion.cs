using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Champions;

namespace MlOps.Build.Engine.Packaging.Versions;

/// <summary>The version that a project's model gets, measured against the champion.</summary>
internal static class NextVersion
{
    /// <summary>The version of a model that has no champion.</summary>
    public const string First = "1.0.0";

    /// <summary>What the built model changes; null when there is no champion, or when its package does not say.</summary>
    public static VersionChange? Change(ModelProject project) =>
        ChampionFinder.Find(project) is { } path && File.Exists(path) && ModelPackageReader.Open(path, []) is { } champion
            ? new VersionComparer(champion, new StateParts(new StateFolder(project.StateFolder)), project.License).Compare()
            : null;

    /// <summary>The three numbers to pack the model with; null, with an error, when nobody can tell.</summary>
    /// <param name="project">The project.</param>
    /// <param name="change">What <see cref="Change"/> said.</param>
    /// <param name="given"><c>MlOpsModelVersion</c>, which wins; null when the project does not say.</param>
    /// <param name="whole">The whole version when somebody above has decided on it; null when nobody has.</param>
    /// <param name="diagnostics">Takes findings.</param>
    public static string? Choose(ModelProject project, VersionChange? change, string? given, string? whole, DiagnosticBag diagnostics)
    {
        var demanded = change is null ? null : CoreVersion.Of(change.Champion)?.Next(change.Level);
        if (demanded is { } least)
        {
            CheckHeight(change!, least, whole ?? given, whole is not null && !whole.Contains('-', StringComparison.Ordinal), diagnostics);
            return given ?? least.ToString();
        }

        if (given is not null)
            return given;
        if (ChampionFinder.Find(project) is not { } path)
            return First;
        diagnostics.Error(
            PackageVersionCodes.Unknown,
            "the next version cannot be told: this champion's package cannot be read, or lacks what a comparison needs. Take it from its feed again, or set MlOpsModelVersion.",
            new SourcePosition(project.Display(path)));
        return null;
    }

    // A pre-release may be mended before it is promoted; a stable version is for good.
    private static void CheckHeight(VersionChange change, CoreVersion least, string? chosen, bool stable, DiagnosticBag diagnostics)
    {
        if (CoreVersion.Of(chosen) is not { } version || !version.IsBefore(least))
            return;
        diagnostics.Report(
            PackageVersionCodes.TooLow,
            stable ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            $"the version is {version}; {VersionWords.Of(change)} demands at least {least}. Raise MlOpsModelVersion, or remove it and let the kit choose.");
    }
}
