using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>
/// Verifies a model package from anywhere: the archive, every hash, the evidence digest, and whether its parts tell one story. Nothing is
/// written to disk and no code of the package runs.
/// </summary>
internal static class PackageVerifier
{
    public static PackageVerification Verify(string path, DiagnosticBag diagnostics)
    {
        var items = new List<VerificationItem>();
        var package = ModelPackageReader.Open(path, diagnostics);
        items.Add(new VerificationItem("archive", package is not null, package is null
            ? "what the archive holds is not what its manifest says"
            : $"{package.Manifest.Parts.Count} parts with the hashes and sizes of the manifest, and no other"));
        if (package is null)
            return new PackageVerification { Items = items };

        SelfTestResult? selfTest = null;
        var findings = new PackageFindings(path, diagnostics);
        items.Add(new VerificationItem("evidence", true, $"digest {package.Manifest.Evidence}"));
        Add("nuspec", "id, version and licence are those of the manifest", () => NuspecCheck.Run(package, findings));
        Add("records", "every part that a model package has is there and can be read", () => RecordCheck.Run(package, findings));
        Add("story", "evidence.json, lineage and the stages' records agree", () => StoryCheck.Run(package, findings));
        Add("sbom", "model, data, licences and version are those of the package", () => SbomCheck.Run(package, findings));
        Add("envelope", package.Envelope is null ? "none" : "belongs to this evidence", () => EnvelopeCheck.Run(package, findings));
        Add("provenance", ProvenanceCheck.Detail(package), () => ProvenanceCheck.Run(package, findings));
        Add("licences", LicenceCheck.Detail(package), () => LicenceCheck.Run(package, findings));
        Add("secrets", "none of a known shape, and no value of this machine's secret variables", () => SecretCheck.Run(package, path, diagnostics));
        Add("assemblies", "the model that predicts is the model that was judged", () => AssemblyCheck.Run(package, findings));
        Add("model", "takes and gives what the signature says; golden rows come out the same", () => selfTest = ModelCheck.Run(package, findings));
        return new PackageVerification { Package = package, Items = items, SelfTest = selfTest };

        void Add(string name, string detail, Action check)
        {
            var before = diagnostics.Count;
            check();
            items.Add(new VerificationItem(name, diagnostics.Count == before, detail));
        }
    }
}
