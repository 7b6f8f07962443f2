using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Licences;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Is the licence of the model that of the evidence? Nuspec, SBOM and the data's licence are checked with those.</summary>
internal static class LicenceCheck
{
    /// <summary>Both licences in words.</summary>
    public static string Detail(ModelPackage package) => $"model {Shown(package.Manifest.License)}, data {Shown(package.Manifest.DataLicense)}";

    public static void Run(ModelPackage package, PackageFindings findings)
    {
        if (package.Read(PartNames.Evidence, ContractsJson.Default.ModelEvidence) is { } evidence)
            Compare(evidence.License, package.Manifest.License, findings);
    }

    private static void Compare(string? actual, string? expected, PackageFindings findings)
    {
        if (actual != expected)
            findings.Disagree($"the model's licence in '{PartNames.Evidence}' is '{ArchiveText.Shown(actual ?? "")}', the manifest's '{ArchiveText.Shown(expected ?? "")}'");
    }

    private static string Shown(string? license) =>
        license is null ? "without a licence" : $"{ArchiveText.Shown(license)}{(SpdxExpression.IsSound(license) ? "" : " (no SPDX expression)")}";
}
