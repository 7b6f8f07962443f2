using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Expectations;
using MlOps.Build.Engine.Data.Folders;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation;
using MlOps.Build.Engine.Data.Versions;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What a project's data are held against beside its contract.</summary>
internal static class ProjectSurroundings
{
    public static Surroundings Of(ModelProject project, CheckSettings settings) => new()
    {
        Previous = Sources(project, settings.Previous ?? project.ReferenceData),
        Serving = Sources(project, settings.Serving ?? project.ServingData),
        Instant = settings.Instant ?? project.ReferenceDate,
        File = name => Resolve(project, name) is { } path ? new DataSource(path, project.Display(path)) : null,
    };

    /// <summary>The instant that the check of a contract depends on; null when it depends on none.</summary>
    public static string? Instant(ModelProject project, DataSchema? schema) =>
        schema?.Columns.Any(column => column.Fresh is not null) == true ? project.ReferenceDate : null;

    /// <summary>The files whose content decides what the check of a contract says.</summary>
    public static IEnumerable<string> Files(ModelProject project, DataSchema schema)
    {
        var beside = Of(project, new CheckSettings());
        var previous = schema.Columns.Any(column => column.Drift is not null) ? beside.Previous : [];
        var serving = schema.Columns.Any(column => column.Skew is not null) ? beside.Serving : [];
        return DataPaths.Expand(previous.Concat(serving).Select(source => source.Path)).Concat(Others(schema).Select(name => Resolve(project, name)).OfType<string>());
    }

    private static IEnumerable<string> Others(DataSchema schema) => schema.Columns.Select(column => column.References?.File)
        .Concat(schema.Table.References.Select(reference => reference.File))
        .Append(schema.Table.EqualRows)
        .OfType<string>()
        .Concat(ContractExpectations.OtherTables(schema))
        .Distinct(StringComparer.Ordinal);

    private static string? Resolve(ModelProject project, string name) => SafePath.Resolve(project.Folder, Path.GetDirectoryName(project.SchemaFile)!, name);

    private static DataSource[] Sources(ModelProject project, string? file) => file is null ? [] : [new DataSource(file, project.Display(file))];
}
