using MlOps.Build.Contracts;
using MlOps.Build.Engine.Registry.Promotion;
using MlOps.Build.Engine.Registry.Rollback;
using MlOps.Build.Engine.Registry.Tags;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Trackers.Registry;

/// <summary>Tells MLflow's model registry what a stage holds from now on, where the environment names one: the stage is an alias there.</summary>
internal static class StageMirror
{
    private const string Champion = "champion";

    public static void Promoted(PromotionOptions options, PromotionResult result, Func<string, string?> variable, DiagnosticBag diagnostics, CancellationToken cancellationToken) => Write(
        new MirroredVersion
        {
            Name = options.Artifact ?? Engine.Registry.ArtifactName.Of(options.Package),
            Package = result.Candidate.Package.Manifest.Name,
            Version = result.Candidate.StableVersion,
            Sha256 = result.Sha256,
            Evidence = result.Candidate.Evidence,
            Aliases = Aliases(options.Stage, options.Project.ChampionStage),
        },
        variable, diagnostics, cancellationToken);

    /// <summary>A version that was registered without our trailers is not mirrored: nobody knows its package.</summary>
    public static void RolledBack(RollbackResult result, string stage, string championStage, Func<string, string?> variable, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var trailers = result.Restored.Tag.Trailers;
        if (trailers[TagTrailers.Package] is not { } package || trailers[TagTrailers.Sha256] is not { } sha256 || trailers[TagTrailers.Evidence] is not { } evidence)
            return;
        var version = new MirroredVersion
        {
            Name = result.Artifact.Artifact,
            Package = package,
            Version = result.Restored.Version,
            Sha256 = sha256,
            Evidence = evidence,
            Aliases = Aliases(stage, championStage),
        };
        Write(version, variable, diagnostics, cancellationToken);
    }

    private static string[] Aliases(string stage, string championStage) => stage == championStage && stage != Champion ? [stage, Champion] : [stage];

    private static void Write(MirroredVersion version, Func<string, string?> variable, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        using var mirror = RegistryMirror.FromEnvironment(variable, TrackerPatience.Request, diagnostics);
        mirror?.WriteAsync(version, diagnostics, cancellationToken).GetAwaiter().GetResult();
    }
}
