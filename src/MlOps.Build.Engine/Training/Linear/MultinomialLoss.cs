using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>-ln p(label) with one score a class, p = softmax(scores).</summary>
internal sealed class MultinomialLoss(int classes) : ILinearLoss
{
    public int Outputs => classes;

    public string LossName => "log loss";

    public double Evaluate(Span<double> scores, double label)
    {
        var largest = scores[0];
        foreach (var score in scores)
            largest = Math.Max(largest, score);
        var own = scores[(int)label];
        var sum = 0.0;
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = DeterministicMath.Exp(scores[k] - largest);
            sum += scores[k];
        }

        for (var k = 0; k < scores.Length; k++)
            scores[k] = (scores[k] / sum) - (k == (int)label ? 1 : 0);
        return largest + DeterministicMath.Log(sum) - own;
    }

    public void Curvature(ReadOnlySpan<double> scores, Span<double> matrix)
    {
        Span<double> shares = scores.Length <= 256 ? stackalloc double[scores.Length] : new double[scores.Length];
        scores.CopyTo(shares);
        DeterministicMath.Softmax(shares);
        for (var k = 0; k < shares.Length; k++)
        {
            for (var l = 0; l < shares.Length; l++)
                matrix[(k * shares.Length) + l] = (k == l ? shares[k] : 0) - (shares[k] * shares[l]);
        }
    }
}
