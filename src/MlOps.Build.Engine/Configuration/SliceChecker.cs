using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that only numbers are put into buckets.</summary>
internal static class SliceChecker
{
    public static void Check(TrainingConfig config, DataSchema schema, DiagnosticBag diagnostics)
    {
        for (var i = 0; i < config.Evaluation.Slices.Count; i++)
        {
            foreach (var part in config.Evaluation.Slices[i].Parts.Where(part => part.IsBucketed))
            {
                if (schema.Find(part.Column) is not { } column || IsNumber(column.Type))
                    continue;
                diagnostics.Error(
                    EvaluationCodes.BucketsNeedNumbers,
                    $"'{part.Column}' has the type {column.Type}; only numbers have buckets. Write 'slices: [{part.Column}]' to judge its values apart.",
                    config.PositionOf($"evaluation.slices[{i}]"));
            }
        }
    }

    private static bool IsNumber(ColumnType type) => type is ColumnType.Int64 or ColumnType.Float32 or ColumnType.Float64;
}
