using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Isolation;

/// <summary>The average length of an unsuccessful search in a binary search tree (Liu, Ting and Zhou, 2008, equation 1).</summary>
internal static class PathLengths
{
    private const double EulerGamma = 0.57721566490153286;

    /// <summary>As scikit-learn, which is exact for two rows where the formula's logarithm is not.</summary>
    public static double Average(int rows) => rows switch
    {
        <= 1 => 0,
        2 => 1,
        _ => (2 * (DeterministicMath.Log(rows - 1) + EulerGamma)) - (2.0 * (rows - 1) / rows),
    };
}
