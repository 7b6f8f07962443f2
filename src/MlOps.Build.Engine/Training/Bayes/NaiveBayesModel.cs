using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Bayes;

/// <summary>
/// Joint log likelihoods as a polynomial: the score of class k is <c>constants[k] + sum of slopes[k, j] z[j] + squares[k, j] z[j]²</c> with
/// <c>z = features - centers</c>. In double, because the terms of a narrow distribution cancel.
/// </summary>
internal sealed record NaiveBayesModel
{
    public required double[] Centers { get; init; }

    /// <summary>Class after class.</summary>
    public required double[] Squares { get; init; }

    /// <summary>Class after class.</summary>
    public required double[] Slopes { get; init; }

    public required double[] Constants { get; init; }

    public double[] Scores(ReadOnlySpan<float> row)
    {
        var scores = (double[])Constants.Clone();
        for (var k = 0; k < scores.Length; k++)
        {
            for (var j = 0; j < row.Length; j++)
            {
                var (z, at) = (row[j] - Centers[j], (k * row.Length) + j);
                scores[k] += z * (Slopes[at] + (Squares[at] * z));
            }
        }

        return scores;
    }

    /// <summary>The rows' mean; NaN without rows.</summary>
    public double LogLoss(TrainingSet set)
    {
        var losses = new double[set.Labels.Length];
        for (var row = 0; row < losses.Length; row++)
        {
            var scores = Scores(set.Features.Row(row));
            losses[row] = (set.Weights is { } weights ? weights[row] : 1) * (LogOfSum(scores) - scores[(int)set.Labels[row]]);
        }

        var total = set.Weights is { } all ? FixedSum.Sum(all) : losses.Length;
        return total > 0 ? FixedSum.Sum(losses) / total : double.NaN;
    }

    private static double LogOfSum(double[] scores)
    {
        var largest = scores.Max();
        var sum = 0.0;
        foreach (var score in scores)
            sum += DeterministicMath.Exp(score - largest);
        return largest + DeterministicMath.Log(sum);
    }
}
