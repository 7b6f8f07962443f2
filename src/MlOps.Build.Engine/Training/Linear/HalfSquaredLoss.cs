namespace MlOps.Build.Engine.Training.Linear;

/// <summary>(score - label)^2 / 2.</summary>
internal sealed class HalfSquaredLoss : ILinearLoss
{
    public int Outputs => 1;

    public string LossName => "squared error";

    public double Evaluate(Span<double> scores, double label)
    {
        var error = scores[0] - label;
        scores[0] = error;
        return error * error / 2;
    }

    public void Curvature(ReadOnlySpan<double> scores, Span<double> matrix) => matrix[0] = 1;
}
