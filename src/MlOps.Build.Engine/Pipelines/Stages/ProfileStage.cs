using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Data.Relations;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Describes what the columns hold and what they have to do with each other. What is wrong with the data was the data stage's to say.</summary>
internal sealed class ProfileStage : IStage
{
    public string Name => StageNames.Profile;

    public int Version => 1;

    public StageInputs? Inputs(Workspace workspace, DiagnosticBag diagnostics) => workspace.Schema(diagnostics) is not { } schema ? null : new StageInputs
    {
        Upstream = [new(StageNames.Data, StageFiles.DataSummary)],
        Options = [StageInputs.Option("schema", SchemaFile.Write(schema)), StageInputs.Option("label", Label(workspace))],
    };

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        if (workspace.Schema([]) is not { } schema || workspace.Table(schema, run.Diagnostics, cancellationToken) is not { } table)
            return null;
        run.Progress?.Report("profiling");
        var sensitive = schema.Columns.Where(column => column.Sensitive).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        // A table in memory is read in order by one thread, so the counts of frequent values are the same each time.
        var profile = ProfileAccumulator.Profile(new TableBatches(table), sensitive, run.Diagnostics, cancellationToken)!;
        run.Progress?.Report("comparing columns");
        var relations = TableRelations.Of(table, sensitive, Label(workspace), cancellationToken);
        var summary = workspace.Read(StageNames.Data, StageFiles.DataSummary, ContractsJson.Default.DataSummary) with
        {
            Columns = ColumnProfiler.Profile(table, schema, cancellationToken),
            LabelRelations = relations.Correlations.WithLabel,
        };
        run.Write(StageFiles.DataSummary, summary, ContractsJson.Default.DataSummary);
        run.Write(StageFiles.Profile, ProfileFile.Write(profile));
        run.Write(StageFiles.Relations, relations, ContractsJson.Default.DataRelations);
        return StageHeadlines.Profile(profile);
    }

    // What is wrong with the configuration is the split's to say.
    private static string? Label(Workspace workspace) => workspace.Configuration([])?.Label.Column;
}
