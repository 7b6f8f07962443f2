namespace MlOps.Build.Engine.Training.Linear;

/// <summary>The loss of one row by its scores.</summary>
internal interface ILinearLoss
{
    /// <summary>Scores a row.</summary>
    int Outputs { get; }

    string LossName { get; }

    /// <summary>The loss; replaces the scores by its derivatives.</summary>
    double Evaluate(Span<double> scores, double label);

    /// <summary>The expected second derivatives by the scores, outputs by outputs; for these losses those of every label.</summary>
    void Curvature(ReadOnlySpan<double> scores, Span<double> matrix);
}
