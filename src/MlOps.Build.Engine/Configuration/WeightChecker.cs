using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that the column of row weights holds numbers, and is not what is predicted.</summary>
internal static class WeightChecker
{
    public static void Check(TrainingConfig config, DataSchema schema, DiagnosticBag diagnostics)
    {
        if (config.Evaluation.Weight is not { } name || schema.Find(name) is not { } column)
            return;
        if (Problem(config, column.Type) is { } problem)
        {
            diagnostics.Error(
                EvaluationCodes.WeightDoesNotFit,
                $"'{name}' {problem} and cannot be 'evaluation.weight'. Name a column of numbers from 0.",
                config.PositionOf("evaluation.weight"));
        }
    }

    private static string? Problem(TrainingConfig config, ColumnType type) =>
        config.Evaluation.Weight == config.Label.Column ? "is the label"
        : type is ColumnType.Int64 or ColumnType.Float32 or ColumnType.Float64 ? null
        : $"has the type {type}";
}
