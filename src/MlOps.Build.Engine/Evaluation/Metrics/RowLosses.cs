using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>Losses of single rows; a metric is their mean over the rows drawn.</summary>
internal static class RowLosses
{
    /// <summary>
    /// The machine epsilon of float64, 2^-52: probabilities are clipped to [eps, 1 - eps] before the logarithm, as scikit-learn's
    /// <c>log_loss</c> does for float64 input.
    /// </summary>
    public const double Epsilon = 2.220446049250313e-16;

    /// <summary>-ln(p of the actual class), p clipped and, for more than two classes, divided by the clipped row's sum.</summary>
    public static double[] Log(ScoredRows rows)
    {
        var losses = new double[rows.Count];
        for (var i = 0; i < losses.Length; i++)
            losses[i] = -DeterministicMath.Log(rows.Task == LearningTask.Binary ? BinaryShare(rows, i) : ClassShare(rows, i));
        return losses;
    }

    /// <summary>(label - score)².</summary>
    public static double[] Squared(ScoredRows rows)
    {
        var losses = new double[rows.Count];
        for (var i = 0; i < losses.Length; i++)
        {
            var residual = rows.Labels[i] - rows.Score(i);
            losses[i] = residual * residual;
        }

        return losses;
    }

    /// <summary>|label - score|.</summary>
    public static double[] Absolute(ScoredRows rows)
    {
        var losses = new double[rows.Count];
        for (var i = 0; i < losses.Length; i++)
            losses[i] = Math.Abs(rows.Labels[i] - rows.Score(i));
        return losses;
    }

    private static double BinaryShare(ScoredRows rows, int row)
    {
        var positive = Clip(rows.Score(row));
        return rows.Labels[row] == 1 ? positive : 1 - positive;
    }

    private static double ClassShare(ScoredRows rows, int row)
    {
        var scores = rows.Scores.AsSpan(row * rows.ClassCount, rows.ClassCount);
        var sum = 0.0;
        foreach (var score in scores)
            sum += Clip(score);
        return Clip(scores[(int)rows.Labels[row]]) / sum;
    }

    private static double Clip(double probability) => Math.Min(Math.Max(probability, Epsilon), 1 - Epsilon);
}
