using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Takes findings about one package.</summary>
internal sealed class PackageFindings(string file, DiagnosticBag diagnostics)
{
    public const string WayOut = "Take the package from its feed again.";

    public void Add(string code, string message) => diagnostics.Error(code, message, new SourcePosition(file));

    /// <summary>Two places of the package say different things.</summary>
    public void Disagree(string message) => Add(PackageCodes.PartsDisagree, $"{message}. {WayOut}");

    public void Missing(string part) => Add(PackageCodes.PartMissing, $"'{part}' is missing or cannot be read. {WayOut}");
}
