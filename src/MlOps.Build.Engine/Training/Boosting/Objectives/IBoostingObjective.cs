using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>
/// A loss with its derivatives by the scores. Scores, gradients and hessians are stored output after output: row r of output k is at
/// k * rows + r.
/// </summary>
internal interface IBoostingObjective
{
    /// <summary>Scores a row; as many trees a round.</summary>
    int Outputs { get; }

    /// <summary>The loss's name in reports.</summary>
    string LossName { get; }

    /// <summary>How the model turns a score into its output.</summary>
    ScoreLink Link { get; }

    /// <summary>
    /// Which quantile of the residuals a leaf's value is, where the loss has no useful second derivative; null where leaves take Newton's step.
    /// </summary>
    double? LeafQuantile => null;

    /// <summary>Whether every second derivative is 1 when rows have no weights.</summary>
    bool HasUnitHessian => false;

    /// <summary>The best constant scores for the set, as float32 because that is what the model file holds.</summary>
    float[] InitialScores(TrainingSet set);

    /// <summary>The weighted loss of rows [from, to), summed; fills in their derivatives unless the arrays are empty.</summary>
    double Evaluate(TrainingSet set, double[] scores, int from, int to, double[] gradients, double[] hessians);
}
