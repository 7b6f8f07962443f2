using System.Reflection;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging;

/// <summary>What a model was made from, as the project's files and the stages' receipts say.</summary>
internal static class ProjectLineage
{
    private static readonly string[] Stages =
        [StageNames.Data, StageNames.Split, StageNames.Features, StageNames.Train, StageNames.Evaluate, StageNames.Gate];

    /// <summary>The kit's version without a commit, which would make the same model another one on every commit.</summary>
    public static string Kit { get; } = typeof(ProjectLineage).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public static Lineage Of(Workspace workspace, DataSummary data, long seed)
    {
        var project = workspace.Project;
        var receipts = Stages.Select(workspace.State.Receipt).OfType<Receipt>();
        return new Lineage
        {
            Data = data.Files,
            Configuration =
            [
                .. new[] { project.SchemaFile, project.ConfigurationFile, project.ChecklistFile }
                    .Where(File.Exists)
                    .Select(file => new DataFile(project.Display(file), ContentHash.OfFile(file), new FileInfo(file).Length)),
            ],
            Stages = receipts.ToDictionary(receipt => receipt.Stage, receipt => receipt.Key, StringComparer.Ordinal),
            Seed = seed,
            Kit = Kit,
        };
    }
}
