using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Packaging.Signatures;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Packaging.Predictors;

/// <summary>
/// The predictor of a model project, from its contract and configuration, or from those that the data stage made when the project has none.
/// </summary>
internal static class ProjectPredictor
{
    /// <summary>False before the first build of a project without contract or configuration: then there is nothing to generate from.</summary>
    public static bool IsKnown(Workspace workspace) =>
        (workspace.HasSchemaFile || File.Exists(workspace.State.File(StageNames.Data, StageFiles.Schema)))
        && (workspace.HasConfigurationFile || File.Exists(workspace.State.File(StageNames.Data, StageFiles.Configuration)));

    /// <summary>The source; null, with errors, when contract or configuration cannot be read.</summary>
    public static string? Generate(Workspace workspace, PredictorWishes wishes, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema || workspace.Configuration(diagnostics) is not { } config)
        {
            diagnostics.Error(PackageCodes.PredictorNotGenerated, "the predictor cannot be generated. Mend what was reported before this.");
            return null;
        }

        return PredictorSource.Generate(Options(schema, config, wishes));
    }

    private static PredictorOptions Options(DataSchema schema, TrainingConfig config, PredictorWishes wishes)
    {
        var isBoolean = schema.Find(config.Label.Column)?.Type == ColumnType.Boolean;
        var isRenamed = config.Label.Name != config.Label.Column;
        return new PredictorOptions
        {
            Signature = PromisedSignature.Of(schema, config),
            Namespace = wishes.Namespace,
            Name = wishes.Name,
            AddServices = wishes.AddServices,
            Checks = wishes.Checks,
            Enums = wishes.Enums ? [.. schema.Columns.Where(IsClosed).Select(column => column.Name)] : [],
            LabelIsStatement = isBoolean || isRenamed,
            PositiveClass = config.Label.Positive is [var positive] ? positive : null,
        };
    }

    // A rule that rows may break closes nothing: the data hold other values, and so may an application's.
    private static bool IsClosed(ColumnSchema column) =>
        column is { Type: ColumnType.String, Values.Count: > 0, Mostly: >= 1, Severity: DiagnosticSeverity.Error };
}
