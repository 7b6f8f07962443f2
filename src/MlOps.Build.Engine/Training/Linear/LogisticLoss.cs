using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Linear;

/// <summary>-ln p(label) with one score, p(1) = 1 / (1 + e^-score).</summary>
internal sealed class LogisticLoss : ILinearLoss
{
    public int Outputs => 1;

    public string LossName => "log loss";

    public double Evaluate(Span<double> scores, double label)
    {
        var score = scores[0];
        var e = DeterministicMath.Exp(-Math.Abs(score));
        scores[0] = ((score >= 0 ? 1 : e) / (1 + e)) - label;
        return Math.Max(score, 0) - (label * score) + DeterministicMath.Log1p(e);
    }

    public void Curvature(ReadOnlySpan<double> scores, Span<double> matrix)
    {
        var e = DeterministicMath.Exp(-Math.Abs(scores[0]));
        matrix[0] = e / ((1 + e) * (1 + e));
    }
}
