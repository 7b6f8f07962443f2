using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Data.Cleaning;

/// <summary>
/// Isolation forest (Liu, Ting and Zhou, 2008): rows that random cuts isolate early are outliers. 100 trees, each of 256 rows drawn without
/// replacement and as deep as log2 of that; the seed is fixed, so the same rows have the same scores everywhere.
/// </summary>
internal static class IsolationForest
{
    private const int Trees = 100;
    private const int Sample = 256;
    private const double EulerMascheroni = 0.5772156649015329;
    private const double LogOfTwo = 0.6931471805599453;

    /// <summary>
    /// The score of each row, 2^(-mean path length / c(sample)), in (0, 1): near 1 for outliers, about 0.5 where nothing stands out.
    /// </summary>
    /// <param name="columns">One array of finite values a column, all of the same length, at least 2.</param>
    /// <param name="trees">The number of trees.</param>
    public static double[] Scores(double[][] columns, int trees = Trees)
    {
        var rows = columns[0].Length;
        var sample = Math.Min(Sample, rows);
        var depth = ExactSum.BitCount(sample - 1);
        var paths = new double[rows];
        var all = Enumerable.Range(0, rows).ToArray();
        for (var tree = 0; tree < trees; tree++)
        {
            var random = new SeededRandom(20080101, tree);
            var root = IsolationNode.Grow(columns, Draw(all, sample, random), depth, random);
            for (var row = 0; row < rows; row++)
                paths[row] += root.PathLength(columns, row);
        }

        var normal = AveragePath(sample);
        return Array.ConvertAll(paths, path => DeterministicMath.Exp(-LogOfTwo * path / trees / normal));
    }

    /// <summary>The mean depth of an unsuccessful search in a binary tree of so many rows (Preiss, 1999): c(n) of the paper.</summary>
    public static double AveragePath(int rows) => rows switch
    {
        <= 1 => 0,
        2 => 1,
        _ => (2 * (DeterministicMath.Log(rows - 1) + EulerMascheroni)) - (2 * (rows - 1.0) / rows),
    };

    // The first places of a shuffle.
    private static int[] Draw(int[] all, int sample, SeededRandom random)
    {
        for (var i = 0; i < sample; i++)
        {
            var j = i + random.Next(all.Length - i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all[..sample];
    }
}
