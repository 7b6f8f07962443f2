using System.Reflection;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Stages;

namespace MlOps.Build.Engine.Packaging;

/// <summary>What a model was made from, as the project's files and the stages' receipts say.</summary>
internal static class ProjectLineage
{
    // Not the gate's: what a machine measured is in its key, and lineage is the same on every machine.
    private static readonly string[] Stages =
        [StageNames.Data, StageNames.Split, StageNames.Features, StageNames.Tune, StageNames.Train, StageNames.Backtest, StageNames.Evaluate];

    /// <summary>The kit's version without a commit, which would make the same model another one on every commit.</summary>
    public static string Kit { get; } = typeof(ProjectLineage).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>The key of each stage that has left something, in order: a backtest that nobody asked for is no part of the model's story.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Keys(StateFolder state) =>
        [.. Stages.Select(state.Receipt).OfType<Receipt>().Where(receipt => receipt.Outputs.Count > 0).Select(receipt => KeyValuePair.Create(receipt.Stage, receipt.Key))];

    /// <summary>The files that people write, whether they exist or not, and those that a training program or a model made elsewhere consists of.</summary>
    public static IReadOnlyList<string> Written(ModelProject project, TrainingConfig config) =>
    [
        .. new[] { project.SchemaFile, project.ConfigurationFile, project.ChecklistFile, project.ModelCardFile }
            .Concat(TrainerSources.Of(config, [])?.Files ?? [])
            .Distinct(StringComparer.Ordinal),
    ];

    public static Lineage Of(Workspace workspace, TrainingConfig config, DataSummary data, long seed)
    {
        var project = workspace.Project;
        return new Lineage
        {
            Data = data.Files,
            Configuration =
            [
                .. Written(project, config)
                    .Where(File.Exists)
                    .Select(file => new DataFile(project.Display(file), ContentHash.OfFile(file), new FileInfo(file).Length)),
            ],
            Stages = Keys(workspace.State).ToDictionary(StringComparer.Ordinal),
            Seed = seed,
            Kit = Kit,
        };
    }
}
