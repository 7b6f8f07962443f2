using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Verification;
using MlOps.Build.Engine.Registry.Tags;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>A package that was fetched for promotion and verified.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="Package">What it holds.</param>
/// <param name="Records">What it says of its model.</param>
/// <param name="StableVersion">The version without its pre-release label.</param>
internal sealed record Candidate(string File, ModelPackage Package, PackedRecords Records, string StableVersion)
{
    public string Version => Package.Manifest.Version!;

    public string Evidence => Package.Manifest.Evidence!;

    /// <summary>True when it bears its stable version already, and is promoted as it is.</summary>
    public bool IsStable => Version == StableVersion;

    /// <summary>Fetches and verifies; null, with errors, when the package is not there or not what a promotion may take.</summary>
    public static async Task<Candidate?> FetchAsync(PromotionOptions options, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.WorkFolder, "candidate")).FullName;
        var file = Path.Combine(folder, $"{options.Package}.{options.Version}.nupkg");
        if (!await options.Feed.DownloadAsync(options.Package, options.Version, file, cancellationToken).ConfigureAwait(false))
        {
            await SayMissingAsync(options, diagnostics, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var verified = PackageVerifier.Verify(file, diagnostics);
        if (diagnostics.HasErrors || verified.Package is not { } package || PackedRecords.Read(package, diagnostics) is not { } records)
            return null;
        var candidate = new Candidate(file, package, records, package.Manifest.Version!.Split('-', '+')[0]);
        return IsFit(candidate, options, diagnostics) ? candidate : null;
    }

    private static async Task SayMissingAsync(PromotionOptions options, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var versions = await options.Feed.VersionsAsync(options.Package, cancellationToken).ConfigureAwait(false);
        var newest = string.Join(", ", versions.TakeLast(5));
        diagnostics.Error(
            RegistryCodes.CandidateMissing,
            $"{options.Feed.Name} has no {options.Package} {options.Version}. "
            + (versions.Count == 0 ? "It has no version of it: push the package first, or name another feed with --feed." : $"Its newest are {newest}."));
    }

    // Sign-offs are the promotion's to ask for; what a machine can tell, the build has told.
    private static bool IsFit(Candidate candidate, PromotionOptions options, DiagnosticBag diagnostics)
    {
        var manifest = candidate.Package.Manifest;
        if (!manifest.Name.Equals(options.Package, StringComparison.OrdinalIgnoreCase) || manifest.Version != options.Version)
        {
            diagnostics.Error(RegistryCodes.NotJudgedFit, $"the feed gave {manifest.Name} {manifest.Version} for {options.Package} {options.Version}. Mend the feed, or name the version as the package does.");
            return false;
        }

        if (!TagName.IsVersion(candidate.StableVersion) || candidate.Records.Gate.Items.Count == 0)
        {
            diagnostics.Error(
                RegistryCodes.NotJudgedFit,
                candidate.Records.Gate.Items.Count == 0 ? "its build judged no checklist. Write one and build again." : $"'{candidate.StableVersion}' is no version of three numbers. Pack it under another one.",
                new SourcePosition(Path.GetFileName(candidate.File)));
            return false;
        }

        var open = candidate.Records.Gate.Items.Where(item => item is { Expression: not null, Warns: false, IsHeading: false } && item.Verdict != Verdict.Pass).ToList();
        foreach (var item in open)
        {
            diagnostics.Error(
                RegistryCodes.NotJudgedFit,
                $"its build left '{item.Text}' {(item.Verdict == Verdict.Fail ? "failed" : "undecided")}: {item.Explanation.TrimEnd('.')}. Promote a version whose checklist passed.",
                new SourcePosition(Path.GetFileName(candidate.File)));
        }

        return open.Count == 0;
    }
}
