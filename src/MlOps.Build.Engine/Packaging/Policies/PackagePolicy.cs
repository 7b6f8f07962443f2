using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Verification;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging.Policies;

/// <summary>
/// Holds the model packages of an application against what it requires. Nothing of the kit can run while packages are restored, so this stops
/// the build. What held once, by package, policy and engine, is remembered.
/// </summary>
internal sealed class PackagePolicy(PackageRequirements required, NuGetSignature signature, string policy, string memory, DiagnosticBag diagnostics)
{
    /// <summary>Reads the property: names between semicolons, whatever the case; null, with an error, when one is unknown.</summary>
    public static PackageRequirements? Parse(string text, DiagnosticBag diagnostics)
    {
        var all = PackageRequirements.None;
        foreach (var name in text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (name.All(char.IsAsciiLetter) && Enum.TryParse<PackageRequirements>(name, ignoreCase: true, out var one) && one != PackageRequirements.None)
                all |= one;
            else
                diagnostics.Error(PackagePolicyCodes.UnknownRequirement, $"MlOpsRequire names '{name}'; expected Signed, Verdict or Provenance, with semicolons between them.");
        }

        return diagnostics.HasErrors ? null : all;
    }

    /// <summary>Checks one package; what is wrong is an error at the project.</summary>
    public void Check(RestoredModel model, CancellationToken cancellationToken)
    {
        if (model.File is null)
        {
            diagnostics.Error(
                PackagePolicyCodes.PackageNotFound,
                $"the model package '{model.Name}' is in no package folder, so what MlOpsRequire demands cannot be checked. Restore the project again.");
            return;
        }

        var mark = Path.Combine(memory, Hash($"{typeof(PackagePolicy).Module.ModuleVersionId} {policy} {ContentHash.OfFile(model.File)}"));
        if (File.Exists(mark))
            return;
        var before = diagnostics.Count;
        if (required.HasFlag(PackageRequirements.Signed) && signature.Fault(model.File, cancellationToken) is { } fault)
            Say(PackagePolicyCodes.NotSigned, model, $"carries no signature that holds here: {ArchiveText.OneLine(fault)}. Take a signed version, or name its signer in nuget.config ('trustedSigners')");
        if ((required & (PackageRequirements.Verdict | PackageRequirements.Provenance)) != 0)
            CheckContents(model);
        if (diagnostics.Count > before)
            return;
        Directory.CreateDirectory(memory);
        File.WriteAllText(mark, model.Name + "\n");
    }

    private void CheckContents(RestoredModel model)
    {
        if (ModelPackageReader.Open(model.File!, diagnostics) is not { } package)
            return;
        if (required.HasFlag(PackageRequirements.Verdict))
            CheckVerdict(model, package.Read(PartNames.Gate, ContractsJson.Default.GateSummary));
        if (!required.HasFlag(PackageRequirements.Provenance))
            return;
        if (package.Provenance is null)
            Say(PackagePolicyCodes.NoProvenance, model, $"has no '{PartNames.Provenance}': it was packed where nobody told the build about itself. Take a version that a pipeline has packed");
        else
            ProvenanceCheck.Run(package, new PackageFindings(model.File!, diagnostics));
    }

    // People sign off when a version is promoted, which no bit of the package shows.
    private void CheckVerdict(RestoredModel model, GateSummary? gate)
    {
        var items = gate?.Items?.Where(item => item is { IsHeading: false, IsSignOff: false, Warns: false }).ToList() ?? [];
        var open = items.Where(item => item.Verdict != Verdict.Pass).ToList();
        if (items.Count == 0)
            Say(PackagePolicyCodes.NoVerdict, model, "was judged by no machine-checked item of a checklist. Take a version that was");
        else if (open.Count > 0)
            Say(PackagePolicyCodes.NoVerdict, model, $"did not pass its checklist: \"{ArchiveText.Shown(open[0].Text)}\" is {open[0].Verdict.ToString().ToLowerInvariant()}{More(open.Count - 1)}. Take a version that did");
    }

    private static string More(int count) => count == 0 ? "" : $", and {count} more";

    private void Say(string code, RestoredModel model, string what) => diagnostics.Error(code, $"the model package '{model.Name}' {what}, or leave this out of MlOpsRequire.");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
