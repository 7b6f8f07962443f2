using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>What a package recorded of its model, as far as a promotion asks.</summary>
internal sealed record PackedRecords(ModelSignature Signature, ModelEvidence Evidence, GateSummary Gate, byte[] Model)
{
    /// <summary>Null, with an error, when one of them is missing.</summary>
    public static PackedRecords? Read(ModelPackage package, DiagnosticBag diagnostics)
    {
        var json = ContractsJson.Default;
        if (package.Read(PartNames.Signature, json.ModelSignature) is { } signature && package.Read(PartNames.Evidence, json.ModelEvidence) is { } evidence
            && package.Read(PartNames.Gate, json.GateSummary) is { } gate && package.Read(PartNames.Model) is { } model)
        {
            return new PackedRecords(signature, evidence, gate, model);
        }

        diagnostics.Error(RegistryCodes.NotJudgedFit, "the package lacks its evidence, so it cannot be promoted. Build and pack it again.", new SourcePosition(package.Name));
        return null;
    }
}
