using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Evaluation.Bootstrap;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that rows can form lists, and that resamples keep them whole.</summary>
internal static class RankingChecker
{
    public static void Check(TrainingConfig config, DataSchema schema, DiagnosticBag diagnostics)
    {
        if (config.Evaluation.Ranking is not { } ranking || schema.Find(ranking.Group) is not { } column)
            return;
        var position = config.PositionOf("evaluation.ranking");
        if (Problem(config, ranking, column.Type) is { } problem)
            diagnostics.Error(EvaluationCodes.RankingDoesNotFit, problem, position);
        if (config.Evaluation.Resampling is { By: not Resampling.Groups } resampling)
        {
            diagnostics.Error(
                EvaluationCodes.ResamplingDividesLists,
                $"'resampling' by {ResamplingConfigReader.Name(resampling.By)} would take the lists of '{ranking.Group}' apart. "
                + "Remove it: whole lists are drawn.",
                config.PositionOf("evaluation.resampling"));
        }
    }

    private static string? Problem(TrainingConfig config, RankingConfig ranking, ColumnType type)
    {
        if (config.Task == LearningTask.Multiclass)
            return "'ranking' orders rows by one score, and 'task' is multiclass. Write 'task: binary', or 'regression' for graded relevance.";
        if (ranking.Group == config.Label.Column)
            return $"'{ranking.Group}' is the label, and cannot name the lists of 'evaluation.ranking'. Name the column of the query.";
        return type is ColumnType.Float32 or ColumnType.Float64
            ? $"'{ranking.Group}' has the type {type}; a list is named by text, a whole number, a boolean, a date or a timestamp. "
                + "Name another column in 'evaluation.ranking', or correct its type in schema.yaml."
            : null;
    }
}
