using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that a column of row weights holds numbers, and is not what is predicted.</summary>
internal static class WeightChecker
{
    public static void Check(TrainingConfig config, DataSchema schema, DiagnosticBag diagnostics)
    {
        foreach (var (setting, name) in new[] { ("weight", config.Weight), ("evaluation.weight", config.Evaluation.Weight) })
        {
            if (name is null || schema.Find(name) is not { } column || Problem(config, column) is not { } problem)
                continue;
            diagnostics.Error(
                EvaluationCodes.WeightDoesNotFit,
                $"'{name}' {problem} and cannot be '{setting}'. Name a column of numbers from 0.",
                config.PositionOf(setting));
        }
    }

    private static string? Problem(TrainingConfig config, ColumnSchema column) =>
        column.Name == config.Label.Column ? "is the label"
        : column.Type is ColumnType.Int64 or ColumnType.Float32 or ColumnType.Float64 ? null
        : $"has the type {column.Type}";
}
