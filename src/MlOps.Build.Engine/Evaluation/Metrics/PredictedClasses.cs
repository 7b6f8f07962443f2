using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The class that a row's probabilities stand for.</summary>
internal static class PredictedClasses
{
    /// <summary>Binary: positive from the threshold on. More classes: the largest probability, the first among equals.</summary>
    public static int Of(ScoredRows rows, int row)
    {
        if (rows.Task == LearningTask.Binary)
            return rows.Score(row) >= rows.Threshold ? 1 : 0;
        var scores = rows.Scores.AsSpan(row * rows.ClassCount, rows.ClassCount);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return best;
    }

    /// <summary>Each row's cell of the confusion matrix.</summary>
    public static int[] Cells(ScoredRows rows)
    {
        var cells = new int[rows.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = ((int)rows.Labels[i] * rows.ClassCount) + Of(rows, i);
        return cells;
    }
}
