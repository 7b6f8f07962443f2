using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation.Bootstrap;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that resamples are drawn by a column that has groups or times.</summary>
internal static class ResamplingChecker
{
    public static void Check(TrainingConfig config, DataSchema schema, DiagnosticBag diagnostics)
    {
        if (config.Evaluation.Resampling is not { Column: { } name } resampling || schema.Find(name) is not { } column)
            return;
        if (Problem(resampling.By, column.Type) is { } problem)
        {
            diagnostics.Error(
                EvaluationCodes.ResamplingColumnType,
                $"'{name}' has the type {column.Type}; {problem}. Name another column in 'evaluation.resampling', or correct its type in schema.yaml.",
                config.PositionOf("evaluation.resampling"));
        }
    }

    private static string? Problem(Resampling method, ColumnType type) => method switch
    {
        Resampling.Blocks when type is not (ColumnType.Date or ColumnType.Timestamp or ColumnType.Int64) =>
            "blocks follow dates, timestamps or whole numbers",
        Resampling.Groups when type is ColumnType.Float32 or ColumnType.Float64 =>
            "a group is text, a whole number, a boolean, a date or a timestamp",
        _ => null,
    };
}
