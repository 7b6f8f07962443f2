using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Training;

/// <summary>How much of the rows' weight each class has.</summary>
internal static class ClassShares
{
    public static double[] Of(TrainingSet set, int classes)
    {
        var shares = new double[classes];
        var indicator = new float[set.Labels.Length];
        for (var k = 0; k < classes; k++)
        {
            for (var row = 0; row < indicator.Length; row++)
                indicator[row] = (int)set.Labels[row] == k ? 1 : 0;
            shares[k] = ExactSum.Mean(indicator, set.Weights);
        }

        return shares;
    }
}
