using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Signatures;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Packaging.Verification;

/// <summary>Is the model what its signature says, and does it predict here what it predicted when it was packed?</summary>
internal static class ModelCheck
{
    public static SelfTestResult? Run(ModelPackage package, PackageFindings findings)
    {
        if (package.Read(PartNames.Model) is not { } model
            || package.Read(PartNames.Signature, ContractsJson.Default.ModelSignature) is not { Inputs: not null } signature)
        {
            return null;
        }

        try
        {
            var mismatches = new DiagnosticBag();
            TrainedSignature.Check(signature, OnnxModelReader.Read(model).Graph, signature.Classes, mismatches);
            foreach (var mismatch in mismatches)
                findings.Add(mismatch.Code, mismatch.Message);
            var result = PackagedModel.Open(package, GraphSession.Open).SelfTest();
            if (result.Failure is { } failure)
                findings.Add(PackageCodes.SelfTestFailed, $"{failure}. This machine does not predict what the build predicted.");
            return result;
        }
        catch (Exception exception) when (exception is InferenceException or FormatException or IndexOutOfRangeException or ArgumentException or NullReferenceException)
        {
            findings.Add(PackageCodes.ModelUnusable, $"its model cannot be run on its golden rows: {ArchiveText.OneLine(exception.Message)} {PackageFindings.WayOut}");
            return null;
        }
    }
}
