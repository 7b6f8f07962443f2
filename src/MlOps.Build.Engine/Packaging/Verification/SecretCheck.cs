using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Secrets;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Does any part of the package hold a secret?</summary>
internal static class SecretCheck
{
    public static void Run(ModelPackage package, string path, DiagnosticBag diagnostics)
    {
        var guard = new SecretGuard(SecretScanner.OfProcess(), diagnostics);
        var beside = new[] { (Path: PartNames.Envelope, Bytes: package.Envelope), (Path: PartNames.Provenance, Bytes: package.Provenance) };
        foreach (var (part, bytes) in package.Manifest.Parts.Select(part => (part.Path, Bytes: package.Read(part.Path))).Concat(beside))
        {
            if (bytes is not null)
                guard.Part(path, part, bytes);
        }
    }
}
