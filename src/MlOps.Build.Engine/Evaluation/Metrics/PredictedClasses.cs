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

    /// <summary>
    /// How many classes come before each row's actual one: those more probable and, among equals, those after it, as in scikit-learn's
    /// <c>top_k_accuracy_score</c>.
    /// </summary>
    public static int[] Places(ScoredRows rows)
    {
        var places = new int[rows.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var scores = rows.Scores.AsSpan(i * rows.ClassCount, rows.ClassCount);
            var actual = (int)rows.Labels[i];
            for (var other = 0; other < scores.Length; other++)
            {
                if (scores[other] > scores[actual] || (scores[other] == scores[actual] && other > actual))
                    places[i]++;
            }
        }

        return places;
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
