using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Packaging.Signatures;

/// <summary>
/// The signature as contract and configuration promise it, before anything is trained. It never depends on rows: a predictor generated
/// from it compiles the same on a machine without the data.
/// </summary>
internal static class PromisedSignature
{
    public static ModelSignature Of(DataSchema schema, TrainingConfig config) => new()
    {
        Task = config.Task,
        Label = config.Label.Name,
        Inputs = [.. Columns(schema, config).Select(Input)],
        Classes = config.Task == LearningTask.Multiclass ? schema.Find(config.Label.Column)?.Values ?? [] : [],
        Threshold = config.Task == LearningTask.Binary && config.Evaluation.ThresholdMetric is null ? config.Evaluation.Threshold : null,
        Interval = config is { Task: LearningTask.Regression, Intervals: { } intervals }
            ? new PredictionInterval { Method = intervals.MethodName, Coverage = intervals.Coverage }
            : null,
    };

    /// <summary>The contract's columns that the model takes, in the contract's order.</summary>
    private static IEnumerable<ColumnSchema> Columns(DataSchema schema, TrainingConfig config)
    {
        var declared = config.Features.SelectMany(feature => feature.Columns).ToHashSet(StringComparer.Ordinal);
        return schema.Columns.Where(column => declared.Count > 0 ? declared.Contains(column.Name) : MayBeFeature(column, schema, config));
    }

    // The part of ColumnExclusion that no row decides. What rows decide on top (a constant column, say) the predictor takes and the
    // model ignores.
    private static bool MayBeFeature(ColumnSchema column, DataSchema schema, TrainingConfig config) =>
        column.Name != config.Label.Column
        && !config.Exclude.ContainsKey(column.Name)
        && column is { KnownAfter: false, Unique: false }
        && DataEnvironments.Lacking(schema, column).Count == 0
        && !(column.Sensitive && column.Type == ColumnType.String)
        && !(config.Split.Method == SplitMethod.Group && column.Name == config.Split.Column)
        && column.Name != config.Evaluation.Ranking?.Group
        && column.Name != config.Evaluation.Weight
        && column.Name != config.Weight
        && !(schema.Table.Key is [var key] && key == column.Name);

    private static SignatureInput Input(ColumnSchema column) => new()
    {
        Name = column.Name,
        Type = column.Type,
        Nullable = column.Nullable || !column.Required,
        Description = column.Description,
        Unit = column.Unit,
        Minimum = column.Minimum,
        Maximum = column.Maximum,
        AllowedValues = column.Values,
    };
}
