using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Boosting.Objectives;

/// <summary>The best constant score of a loss whose mean is e^score.</summary>
internal static class LogMean
{
    public static float Of(TrainingSet set) => (float)DeterministicMath.Log(ExactSum.Mean(set.Labels, set.Weights));
}
