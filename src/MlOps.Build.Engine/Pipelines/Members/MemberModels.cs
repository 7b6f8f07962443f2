using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Training.Combining;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Pipelines.Members;

/// <summary>Loads the models of other projects and packages that an ensemble combines.</summary>
internal sealed class MemberModels(ModelProject project, TrainingConfig config, DiagnosticBag diagnostics)
{
    /// <summary>The configuration with its members' models; null, with errors, when one is not there.</summary>
    public static TrainingConfig? Load(ModelProject project, TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (config.Ensemble is not { } ensemble || project.Trainers is null || !ensemble.Members.Any(member => member.IsModel))
            return config;
        var loader = new MemberModels(project, config, diagnostics);
        var members = ensemble.Members.Select((member, i) => member.IsModel ? loader.Load(member, i) : member).ToList();
        return members.Contains(null) ? null : config with { Ensemble = ensemble with { Members = members! } };
    }

    private MemberConfig? Load(MemberConfig member, int index)
    {
        try
        {
            if (Parts(member, out var missing) is not { } parts)
                return Missing(index, missing);
            if (parts.Read(PartNames.Model) is not { } bytes || parts.Read(PartNames.Signature) is not { } signature)
                return Missing(index, $"'{member.Name}' holds no '{PartNames.Model}' with a '{PartNames.Signature}'. Build or pack it anew");
            return member with
            {
                Model = new MemberModel(
                    parts,
                    OnnxModelReader.Read(bytes),
                    JsonSerializer.Deserialize(signature, ContractsJson.Default.ModelSignature)!,
                    Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))),
            };
        }
        catch (Exception exception) when (exception is JsonException or InferenceException || IoFailure.Knows(exception))
        {
            return Missing(index, $"'{member.Name}' cannot be read: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
    }

    private IPackageParts? Parts(MemberConfig member, out string missing)
    {
        if (member.Project is { } path)
        {
            missing = $"the project refers to no model project '{path}'. Add <ProjectReference Include=\"{path}\" ReferenceOutputAssembly=\"false\" "
                + "OutputItemType=\"MlOpsModel\" /> to the project file";
            return project.Models.TryGetValue(Path.GetFullPath(path.Replace('\\', '/'), project.Folder), out var state) ? new StateParts(new StateFolder(state)) : null;
        }

        missing = $"the project refers to no package '{member.Package}' that has been restored. Add <PackageReference Include=\"{member.Package}\" Version=\"…\" "
            + "PrivateAssets=\"all\" ExcludeAssets=\"all\" /> to the project file, and restore";
        if (RestoredPackage.Find(project.AssetsFile, member.Package!) is not { } file)
            return null;
        var found = new DiagnosticBag();
        var package = ModelPackageReader.Open(file, found);
        if (package is null)
            missing = $"'{member.Package}' is no model package: it {found.First().Message.TrimEnd('.')}";
        return package;
    }

    private MemberConfig? Missing(int index, string reason)
    {
        diagnostics.Error(TrainingCodes.MemberMissing, reason + ".", config.PositionOf($"ensemble.members[{index}]"));
        return null;
    }
}
