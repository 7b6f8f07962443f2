using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Formats;
using MlOps.Build.Engine.Data.Reading;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;
using MlOps.Build.Engine.Data.Validation.Besides;
using MlOps.Build.Engine.Data.Versions;

namespace MlOps.Build.Engine.Pipelines.Stages;

/// <summary>A project's data, held against its contract or against the one that is inferred from it.</summary>
internal sealed record JudgedData
{
    public required DataSummary Summary { get; init; }

    public required DataSchema Contract { get; init; }

    /// <summary>Names in file order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The table; null when the contract alone asked for nothing but a reading.</summary>
    public CleanedTable? Held { get; init; }

    /// <summary>
    /// Reads the data once and holds it only when that is needed: to infer a contract, to clean, to propose a configuration. Null, with
    /// errors, when it cannot be read.
    /// </summary>
    public static JudgedData? Of(Workspace workspace, DataSchema? schema, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var origins = DataOrigins.Of(workspace.Project);
        var files = workspace.Sources.Select(source => Describe(workspace, source) with { Source = origins.GetValueOrDefault(source.Name) }).ToList();
        var beside = ProjectSurroundings.Of(workspace.Project, new CheckSettings());
        return schema is { Cleaning.IsEmpty: true } && workspace.HasConfigurationFile
            ? Stream(workspace.Sources, schema, files, beside, diagnostics, cancellation)
            : Hold(workspace.Sources, schema, files, beside, diagnostics, cancellation);
    }

    // The stage's key has hashed the files: large ones are not read for it again.
    private static DataFile Describe(Workspace workspace, DataSource source) => workspace.Hashes.Of(source.Path) is { } hash
        ? new DataFile(source.Name, hash, new FileInfo(source.Path).Length)
        : DataFiles.Describe(source);

    private static JudgedData? Stream(
        IReadOnlyList<DataSource> sources,
        DataSchema schema,
        IReadOnlyList<DataFile> files,
        Surroundings beside,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        using var opened = OpenedTable.Open(sources, schema, new CsvReading(), diagnostics, cancellation);
        return opened is not null
            && ContractValidator.Validate(opened.Source, sources[0].Name, schema, beside, diagnostics, cancellation) is { } result
            ? new JudgedData { Summary = result.Summary(schema, files), Contract = schema, Columns = [.. opened.Source.Columns.Select(column => column.Name)] }
            : null;
    }

    private static JudgedData? Hold(
        IReadOnlyList<DataSource> sources,
        DataSchema? schema,
        IReadOnlyList<DataFile> files,
        Surroundings beside,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        if (CleanTableReader.Read(sources, schema, diagnostics, cancellation) is not { } cleaned)
            return null;
        var contract = schema ?? SchemaInference.Infer(cleaned.Table);
        var summary = DataValidator.Validate(cleaned.Table, contract, files, diagnostics, cancellation, beside) with
        {
            RowsRead = cleaned.RowsRead,
            Cleaning = cleaned.Steps,
            Quarantined = cleaned.Quarantined.Count,
        };
        return new JudgedData { Summary = summary, Contract = contract, Columns = [.. cleaned.Table.Columns.Select(column => column.Name)], Held = cleaned };
    }
}
