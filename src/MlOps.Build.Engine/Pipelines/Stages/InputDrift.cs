using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Drift;
using MlOps.Build.Engine.Pipelines.Champions;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>How a build's inputs differ: between the parts of its split, and from the champion's.</summary>
internal static class InputDrift
{
    public static DriftSummary Of(Workspace workspace, TrainingConfig config, Table table, IReadOnlyList<FeatureColumnSummary> columns) => new DriftComparer(new DriftRequest
    {
        Table = table,
        Split = workspace.Split().Split,
        Columns = [.. columns.SelectMany(column => column.Sources).Distinct(StringComparer.Ordinal)],
        TimeColumn = config.Split.Method == SplitMethod.Time ? config.Split.Column : null,
        Rules = config.Drift,
        Champion = PackedProfile.Find(workspace.Project),
    }).Compare();

    /// <summary>What the evaluation left; null when it left nothing.</summary>
    public static DriftSummary? Read(Workspace workspace) => File.Exists(workspace.State.File(StageNames.Evaluate, StageFiles.Drift))
        ? workspace.Read(StageNames.Evaluate, StageFiles.Drift, ContractsJson.Default.DriftSummary)
        : null;
}
