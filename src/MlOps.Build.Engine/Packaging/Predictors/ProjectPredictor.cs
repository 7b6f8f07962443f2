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
    public static string? Generate(Workspace workspace, string predictorNamespace, string name, bool addServices, DiagnosticBag diagnostics)
    {
        if (workspace.Schema(diagnostics) is not { } schema || workspace.Configuration(diagnostics) is not { } config)
        {
            diagnostics.Error(PackageCodes.PredictorNotGenerated, "the predictor cannot be generated. Mend what was reported before this.");
            return null;
        }

        return PredictorSource.Generate(Options(schema, config, predictorNamespace, name) with { AddServices = addServices });
    }

    private static PredictorOptions Options(DataSchema schema, TrainingConfig config, string predictorNamespace, string name)
    {
        var isBoolean = schema.Find(config.Label.Column)?.Type == ColumnType.Boolean;
        var isRenamed = config.Label.Name != config.Label.Column;
        return new PredictorOptions
        {
            Signature = PromisedSignature.Of(schema, config),
            Namespace = predictorNamespace,
            Name = name,
            LabelIsStatement = isBoolean || isRenamed,
            PositiveClass = config.Label.Positive is [var positive] ? positive : null,
        };
    }
}
