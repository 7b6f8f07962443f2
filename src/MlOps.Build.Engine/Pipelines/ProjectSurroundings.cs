using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Data.Validation.Besides;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What a project's data are held against beside its contract.</summary>
internal static class ProjectSurroundings
{
    public static Surroundings Of(ModelProject project, CheckSettings settings) => new()
    {
        Previous = Sources(project, settings.Previous ?? project.ReferenceData),
        Serving = Sources(project, settings.Serving ?? project.ServingData),
    };

    /// <summary>The files whose content decides what the check of a contract says.</summary>
    public static IEnumerable<string> Files(ModelProject project, DataSchema schema)
    {
        var beside = Of(project, new CheckSettings());
        var previous = schema.Columns.Any(column => column.Drift is not null) ? beside.Previous : [];
        var serving = schema.Columns.Any(column => column.Skew is not null) ? beside.Serving : [];
        return previous.Concat(serving).Select(source => source.Path);
    }

    private static DataSource[] Sources(ModelProject project, string? file) => file is null ? [] : [new DataSource(file, project.Display(file))];
}
