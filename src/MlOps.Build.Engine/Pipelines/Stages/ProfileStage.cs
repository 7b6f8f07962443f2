using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Describes what the columns hold. What is wrong with the data was the data stage's to say.</summary>
internal sealed class ProfileStage : IStage
{
    public string Name => StageNames.Profile;

    public int Version => 1;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics) => workspace.Schema(diagnostics) is not { } schema ? null : new StageInputs
    {
        Upstream = [new(StageNames.Data, StageFiles.DataSummary)],
        Options = [StageInputs.Option("schema", SchemaFile.Write(schema))],
    };

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        if (workspace.Schema([]) is not { } schema || workspace.Table(schema, run.Diagnostics, cancellationToken) is not { } table)
            return null;
        run.Progress?.Report("profiling");
        var sensitive = schema.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        // A table in memory is read in order by one thread, so the counts of frequent values are the same each time.
        var profile = ProfileAccumulator.Profile(new TableBatches(table), sensitive, run.Diagnostics, cancellationToken)!;
        var summary = workspace.Read(StageNames.Data, StageFiles.DataSummary, ContractsJson.Default.DataSummary);
        run.Write(
            StageFiles.DataSummary,
            summary with { Columns = ColumnProfiler.Profile(table, schema, cancellationToken) },
            ContractsJson.Default.DataSummary);
        run.Write(StageFiles.Profile, ProfileFile.Write(profile));
        return StageHeadlines.Profile(profile);
    }
}
