using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that only numbers are put into buckets, and that fairness is asked of two classes.</summary>
internal static class SliceChecker
{
    public static void Check(TrainingConfig config, DataSchema schema, DiagnosticBag diagnostics)
    {
        foreach (var (part, setting, i) in Parts(config.Evaluation).Where(item => item.Part.IsBucketed))
        {
            if (schema.Find(part.Column) is not { } column || IsNumber(column.Type))
                continue;
            diagnostics.Error(
                EvaluationCodes.BucketsNeedNumbers,
                $"'{part.Column}' has the type {column.Type}; only numbers have buckets. Write '{setting[(setting.IndexOf('.') + 1)..]}: [{part.Column}]' to judge "
                + "its values apart.",
                config.PositionOf($"{setting}[{i}]"));
        }

        if (config.Evaluation.Fairness.Count > 0 && config.Task != LearningTask.Binary)
        {
            diagnostics.Error(
                EvaluationCodes.FairnessDoesNotFit,
                "'evaluation.fairness' compares who is called positive, which only a binary task does. Use 'slices' to judge groups apart, or remove it.",
                config.PositionOf("evaluation.fairness[0]"));
        }
    }

    /// <summary>Every column that makes groups, with the setting that names it and its place there.</summary>
    public static IEnumerable<(SlicePartConfig Part, string Setting, int Index)> Parts(EvaluationConfig evaluation) =>
        Parts(evaluation.Slices, "evaluation.slices").Concat(Parts(evaluation.Fairness, "evaluation.fairness"));

    private static IEnumerable<(SlicePartConfig Part, string Setting, int Index)> Parts(IReadOnlyList<SliceConfig> slices, string setting) =>
        slices.Index().SelectMany(slice => slice.Item.Parts.Select(part => (part, setting, slice.Index)));

    private static bool IsNumber(ColumnType type) => type is ColumnType.Int64 or ColumnType.Float32 or ColumnType.Float64;
}
