using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Training.Boosting;

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

    /// <summary>The best constant scores for the set, as float32 because that is what the model file holds.</summary>
    float[] InitialScores(TrainingSet set);

    /// <summary>The weighted loss of rows [from, to), summed; fills in their derivatives unless the arrays are empty.</summary>
    double Evaluate(TrainingSet set, double[] scores, int from, int to, double[] gradients, double[] hessians);
}
