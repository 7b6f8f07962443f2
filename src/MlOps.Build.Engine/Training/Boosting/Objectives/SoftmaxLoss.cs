using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>
/// The loss -ln p(label) with p = softmax(scores). The hessian's diagonal is enlarged by K / (K - 1), as LightGBM does: the scores have one
/// degree of freedom more than the probabilities (Friedman, "Greedy function approximation", 2001, algorithm 6).
/// </summary>
internal sealed class SoftmaxLoss(int classes) : IBoostingObjective
{
    private const double SmallestShare = 1e-15;

    public int Outputs => classes;

    public string LossName => "log loss";

    public ScoreLink Link => ScoreLink.Softmax;

    public float[] InitialScores(TrainingSet set) =>
        [.. ClassShares.Of(set, classes).Select(share => (float)DeterministicMath.Log(Math.Max(share, SmallestShare)))];

    public double Evaluate(TrainingSet set, double[] scores, int from, int to, double[] gradients, double[] hessians)
    {
        var loss = 0.0;
        var factor = classes / (classes - 1.0);
        var rows = set.Labels.Length;
        Span<double> shares = classes <= 256 ? stackalloc double[classes] : new double[classes];
        for (var row = from; row < to; row++)
        {
            var weight = set.Weights is { } weights ? weights[row] : 1.0;
            var label = (int)set.Labels[row];
            loss += weight * Shares(scores, row, rows, label, shares);
            for (var k = 0; k < shares.Length && gradients.Length > 0; k++)
            {
                var share = shares[k];
                gradients[(k * rows) + row] = weight * (share - (k == label ? 1 : 0));
                hessians[(k * rows) + row] = weight * factor * share * (1 - share);
            }
        }

        return loss;
    }

    private static double Shares(double[] scores, int row, int rows, int label, Span<double> shares)
    {
        var largest = double.NegativeInfinity;
        for (var k = 0; k < shares.Length; k++)
            largest = Math.Max(largest, scores[(k * rows) + row]);
        var sum = 0.0;
        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] = DeterministicMath.Exp(scores[(k * rows) + row] - largest);
            sum += shares[k];
        }

        for (var k = 0; k < shares.Length; k++)
            shares[k] /= sum;
        return largest + DeterministicMath.Log(sum) - scores[(label * rows) + row];
    }
}
