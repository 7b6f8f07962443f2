using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>Reads the data, holds it against its contract, and makes the files that the project does not have.</summary>
internal sealed class DataStage : IStage
{
    public string Name => StageNames.Data;

    public int Version => 4;

    // What is wrong with the contract is said when the stage runs.
    public StageInputs Inputs(Workspace workspace, DiagnosticBag diagnostics)
    {
        var (project, schema) = (workspace.Project, workspace.HasSchemaFile ? workspace.Schema([]) : null);
        return new StageInputs
        {
            Files = [.. project.Data, project.SchemaFile, .. schema is null ? [] : Named(project, schema)],
            Origins = workspace.Origins,
            Options =
            [
                StageInputs.Option("configured", workspace.HasConfigurationFile),
                StageInputs.Option("label", workspace.HasConfigurationFile ? null : project.LabelColumn),
                StageInputs.Option("instant", ProjectSurroundings.Instant(project, schema)),
                StageInputs.Option<IEnumerable<string>>("partitioned", workspace.Sources.Select(source => $"{source.Partitioned}")),
            ],
        };
    }

    public string? Run(Workspace workspace, StageRun run, CancellationToken cancellationToken)
    {
        run.Progress?.Report("reading");
        var schema = workspace.HasSchemaFile ? workspace.Schema(run.Diagnostics) : null;
        schema = schema is null ? null : SchemaSuites.Load(schema, workspace.Project.SchemaFile, workspace.Project.Display, run.Diagnostics);
        if (run.Diagnostics.HasErrors || Judge(workspace, schema, run, cancellationToken) is not { } judged || run.Diagnostics.HasErrors)
            return null;
        var summary = judged.Summary(Files(workspace));
        run.Write(StageFiles.DataSummary, summary, ContractsJson.Default.DataSummary);
        if (judged.Contract.Cleaning.Quarantine is not null)
            run.Write(StageFiles.Quarantine, QuarantineFile.Write(judged.Held!.Quarantined, [.. judged.Columns.Select(column => column.Name)], judged.Contract));
        if (schema is null)
            run.Write(StageFiles.Schema, SchemaFile.Write(judged.Contract));
        if (!workspace.HasConfigurationFile)
            WriteConfiguration(workspace.Project, judged.Held!.Table, judged.Contract, run);
        return StageHeadlines.Data(summary, judged.Columns.Count);
    }

    // A configuration is proposed from the table.
    private static JudgedData? Judge(Workspace workspace, DataSchema? schema, StageRun run, CancellationToken cancellationToken) => JudgedData.Of(
        workspace.Sources,
        schema,
        ProjectSurroundings.Of(workspace.Project, new CheckSettings()),
        isHeld: !workspace.HasConfigurationFile,
        run.Diagnostics,
        cancellationToken);

    // The stage's key has hashed the files: large ones are not read for it again.
    private static List<DataFile> Files(Workspace workspace) =>
        [.. workspace.Sources.Select(source => workspace.Hashes.Describe(source.Path, source.Name, workspace.Origins) ?? DataFiles.Describe(source))];

    private static IEnumerable<string> Named(ModelProject project, DataSchema schema) => SchemaSuites.Paths(schema, project.SchemaFile)
        .Concat(ProjectSurroundings.Files(project, SchemaSuites.Load(schema, project.SchemaFile, project.Display, []) ?? schema));

    private static void WriteConfiguration(ModelProject project, Table table, DataSchema contract, StageRun run)
    {
        if (FirstFiles.Default(project, table, contract, run.Diagnostics) is { } config)
            run.Write(StageFiles.Configuration, TrainingConfigFile.Write(config));
    }
}
