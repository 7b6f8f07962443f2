using MlOps.Build.Contracts;
using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Evaluation;

/// <summary>Takes from the data which list each row stands in.</summary>
internal sealed class RowLists(TrainingConfig config, Table table, DiagnosticBag diagnostics)
{
    /// <summary>The list of each row by number; null when rows form none, or cannot.</summary>
    public int[]? Of(int[] rows)
    {
        if (config.Evaluation.Ranking is not { } ranking)
            return null;
        var lists = Codes(ranking.Group, rows);
        var missing = lists.Count(list => list < 0);
        if (missing == 0)
            return lists;
        Error(
            EvaluationCodes.ListColumnMissing,
            $"'{ranking.Group}' has no value in {missing} of {rows.Length} test rows, so they stand in no list. "
            + "Fill the values in, or remove the rows.",
            "evaluation.ranking");
        return null;
    }

    /// <summary>The lists of the test rows; says what is wrong with them.</summary>
    public int[]? OfTest(Split split)
    {
        if (Of(split.Test) is not { } lists)
            return null;
        var ranking = config.Evaluation.Ranking!;
        if (ResamplingConfig.For(config) is { By: Resampling.Groups, Column: { } column } && AreDivided(lists, Codes(column, split.Test)))
        {
            Error(
                EvaluationCodes.ResamplingDividesLists,
                $"Rows of one list of '{ranking.Group}' have different values of '{column}', and drawing by it would take lists apart. "
                + $"Write 'resampling: {{ by: group, column: {ranking.Group} }}'.",
                config.Evaluation.Resampling is null ? "evaluation.ranking" : "evaluation.resampling");
        }

        WarnOfLearned(lists, Codes(ranking.Group, [.. split.Train, .. split.Validation]), ranking.Group);
        return lists;
    }

    private void WarnOfLearned(int[] lists, int[] learned, string group)
    {
        var all = lists.Distinct().ToList();
        var known = learned.ToHashSet();
        var divided = all.Count(known.Contains);
        if (divided == 0)
            return;
        diagnostics.Warning(
            EvaluationCodes.SplitDividesLists,
            $"{divided} of the {all.Count} lists of '{group}' in the test part have rows in training or validation, too, so the metrics judge "
            + $"parts of lists that the model has learned from. Write 'split: {{ by: group, column: {group} }}'.",
            config.PositionOf("evaluation.ranking"));
    }

    private int[] Codes(string name, int[] rows)
    {
        var codes = ColumnCodes.Of(table.Find(name)!).Codes;
        return Array.ConvertAll(rows, row => codes[row]);
    }

    private static bool AreDivided(int[] lists, int[] groups)
    {
        var groupOf = new Dictionary<int, int>();
        for (var i = 0; i < groups.Length; i++)
        {
            if (groupOf.TryAdd(lists[i], groups[i]) || groupOf[lists[i]] == groups[i])
                continue;
            return true;
        }

        return false;
    }

    private void Error(string code, string message, string setting) => diagnostics.Error(code, message, config.PositionOf(setting));
}
