using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Does the envelope belong to this evidence?</summary>
internal static class EnvelopeCheck
{
    public static void Run(ModelPackage package, PackageFindings findings)
    {
        if (package.Envelope is null)
            return;
        if (package.ReadEnvelope() is not { } envelope)
        {
            findings.Missing(PartNames.Envelope);
            return;
        }

        if (envelope.Format > PackageEnvelope.CurrentFormat)
        {
            findings.Add(
                PackageCodes.NewerFormat,
                $"'{PartNames.Envelope}' has format {envelope.Format}; this version knows {PackageEnvelope.CurrentFormat}. Update MlOps.Build.");
        }

        var manifest = package.Manifest;
        foreach (var (what, actual, expected) in new[]
            { ("name", envelope.Name, manifest.Name), ("version", envelope.Version, manifest.Version), ("evidence", envelope.Evidence, manifest.Evidence) })
        {
            if (actual != expected)
                findings.Disagree($"the envelope's {what} is '{ArchiveText.Shown(actual ?? "")}', the manifest's '{ArchiveText.Shown(expected ?? "")}'");
        }
    }
}
