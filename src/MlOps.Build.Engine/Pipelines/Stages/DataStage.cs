using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;
using MlOps.Build.Engine.Data.Versions;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Reads the data, holds it against its contract, and makes the files that the project does not have.</summary>
internal sealed class DataStage : IStage
{
    public string Name => StageNames.Data;

    public int Version => 3;

    public StageInputs Inputs(Workspace workspace, DiagnosticBag diagnostics) => new()
    {
        Files = [.. workspace.Project.Data, workspace.Project.SchemaFile, .. Suites(workspace)],
        Options =
        [
            StageInputs.Option("configured", workspace.HasConfigurationFile),
            StageInputs.Option("label", workspace.HasConfigurationFile ? null : workspace.Project.LabelColumn),
            StageInputs.Option("sources", DataOrigins.Of(workspace.Project)),
            StageInputs.Option("partitioned", string.Join(' ', workspace.Sources.Select(source => source.Partitioned))),
        ],
    };

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        run.Progress?.Report("reading");
        var schema = workspace.HasSchemaFile ? workspace.Schema(run.Diagnostics) : null;
        schema = schema is null ? null : SchemaSuites.Load(schema, workspace.Project.SchemaFile, workspace.Project.Display, run.Diagnostics);
        if (run.Diagnostics.HasErrors || CleanTableReader.Read(workspace.Sources, schema, run.Diagnostics, cancellationToken) is not { } cleaned)
            return null;
        var table = cleaned.Table;
        var contract = schema ?? SchemaInference.Infer(table);
        var origins = DataOrigins.Of(workspace.Project);
        var files = workspace.Sources.Select(source => DataFiles.Describe(source) with { Source = origins.GetValueOrDefault(source.Name) }).ToList();
        var summary = DataValidator.Validate(table, contract, files, run.Diagnostics, cancellationToken) with
        {
            RowsRead = cleaned.RowsRead,
            Cleaning = cleaned.Steps,
            Quarantined = cleaned.Quarantined.Count,
        };
        if (run.Diagnostics.HasErrors)
            return null;
        run.Write(StageFiles.DataSummary, summary, ContractsJson.Default.DataSummary);
        if (contract.Cleaning.Quarantine is not null)
            run.Write(StageFiles.Quarantine, QuarantineFile.Write(cleaned.Quarantined, [.. table.Columns.Select(column => column.Name)], contract));
        if (schema is null)
            run.Write(StageFiles.Schema, SchemaFile.Write(contract));
        if (!workspace.HasConfigurationFile)
            WriteConfiguration(workspace.Project, table, contract, run);
        return StageHeadlines.Data(summary);
    }

    // What is wrong with the contract is said when the stage runs.
    private static IEnumerable<string> Suites(Workspace workspace) => workspace.HasSchemaFile && workspace.Schema([]) is { } schema
        ? SchemaSuites.Paths(schema, workspace.Project.SchemaFile)
        : [];

    private static void WriteConfiguration(ModelProject project, Table table, DataSchema contract, StageRun run)
    {
        if (FirstFiles.Default(project, table, contract, run.Diagnostics) is { } config)
            run.Write(StageFiles.Configuration, TrainingConfigFile.Write(config));
    }
}
