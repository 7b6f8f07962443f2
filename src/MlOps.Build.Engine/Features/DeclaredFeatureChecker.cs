using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Features;

/// <summary>Refuses features that leak, contradict other settings, or have no place in a graph.</summary>
internal sealed class DeclaredFeatureChecker(FeatureInput input, DiagnosticBag diagnostics)
{
    private static readonly string[] Reserved = ["features", ModelSignature.ProbabilitiesOutput, ModelSignature.PredictionOutput];

    public bool Check(FeaturePlan plan)
    {
        var before = diagnostics.Count;
        foreach (var feature in plan.Features)
        {
            foreach (var column in feature.Columns)
                Check(column, feature.Position);
        }

        foreach (var twice in plan.Features.GroupBy(Text).Where(group => group.Count() > 1))
        {
            diagnostics.Error(
                FeatureCodes.FeatureConflict,
                $"'{string.Join(" x ", twice.First().Columns)}' is listed twice under 'features'. Remove one.",
                twice.Last().Position);
        }

        return diagnostics.Count == before;
    }

    private void Check(string column, SourcePosition position)
    {
        if (input.Table.Find(column) is not { } found)
            Error(FeatureCodes.UnknownColumn, $"'features' names the column '{column}', which the data lacks.{Hint(column)}", position);
        else if (column == input.Config.Label.Column)
            Error(FeatureCodes.LabelAsFeature, LabelMessage(column), position);
        else if (Reserved.Contains(column) || (input.Config.Intervals is not null && IsEnd(column)))
            Error(FeatureCodes.ReservedName, ReservedMessage(column), position);
        else
            CheckContract(column, found.Type, input.Schema.Find(column), position);
        if (input.Config.Exclude.TryGetValue(column, out var excluded))
            Error(FeatureCodes.FeatureConflict, $"'{column}' is excluded, and a feature at {position}. Keep one.", excluded);
    }

    private static bool IsEnd(string column) => column is ModelSignature.LowerOutput or ModelSignature.UpperOutput;

    private void CheckContract(string column, ColumnType type, ColumnSchema? schema, SourcePosition position)
    {
        if (schema is { KnownAfter: true })
        {
            Error(
                FeatureCodes.KnownAfter,
                $"'{column}' is a feature, but is known only after the outcome. "
                + "Remove it from 'features', or from 'known: after' if that is wrong.",
                Place(schema, "known", position));
        }
        else if (schema is not null && DataEnvironments.Lacking(input.Schema, schema) is { Count: > 0 } lacking)
        {
            Error(
                FeatureCodes.KnownAfter,
                $"'{column}' is a feature, but is not there in {string.Join(", ", lacking)}. "
                + "Remove it from 'features', or widen 'environments' if that is wrong.",
                Place(schema, "environments", position));
        }
        else if (schema is { Sensitive: true } && type == ColumnType.String)
        {
            Error(
                FeatureCodes.SensitiveFeature,
                $"'{column}' is a feature, but is sensitive, and the values of a text feature are part of the model. "
                + "Remove it from 'features', or 'sensitive' if that is wrong.",
                Place(schema, "sensitive", position));
        }
    }

    private string LabelMessage(string column) =>
        $"'{column}' is a feature, but {(input.Config.Label.IsDerived ? "the label is computed from it" : "is the label")}. "
        + "Remove it from 'features'.";

    private static string ReservedMessage(string column) =>
        $"'{column}' is a name that every model graph has. Rename the column, or exclude it.";

    private static SourcePosition Place(ColumnSchema schema, string key, SourcePosition fallback)
    {
        var place = schema.KeyPositions.GetValueOrDefault(key, schema.Position);
        return string.IsNullOrEmpty(place.File) ? fallback : place;
    }

    private string Hint(string column) => DidYouMean.Sentence(column, input.Table.Columns.Select(known => known.Name));

    private static string Text(FeatureConfig feature) => string.Join(
        '\n',
        feature.Columns.Concat(feature.Transforms.Select(Text)));

    private static string Text(TransformConfig transform) =>
        $"{transform.Name}({string.Join(';', transform.Arguments.Select(Text))})";

    private static string Text(KeyValuePair<string, IReadOnlyList<string>> argument) =>
        $"{argument.Key}={string.Join(',', argument.Value)}";

    private void Error(string code, string message, SourcePosition position) => diagnostics.Error(code, message, position);
}
