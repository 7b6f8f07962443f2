using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Training.Isolation;

/// <summary>Trees, and the mean path length at which a row is as anomalous as not.</summary>
/// <param name="Trees">The trees.</param>
/// <param name="Middle">The length whose score is 0.5.</param>
internal sealed record IsolationForest(IReadOnlyList<IsolationTree> Trees, double Middle)
{
    private const long Stream = 0x1500_0000_0000_0000;

    public static IsolationForest Fit(FeatureMatrix features, IsolationSettings settings, long seed, ThreadTeam team)
    {
        var samples = Math.Min(settings.Samples, features.Rows);
        var trees = new IsolationTree[settings.Trees];
        team.Each(trees.Length, tree => trees[tree] = IsolationFit.Tree(features, samples, new SeededRandom(seed, Stream + tree)));
        // Of a single row nothing can be told.
        var usual = new IsolationForest(trees, Math.Max(1, PathLengths.Average(samples)));
        return settings.Contamination == 0 ? usual : usual.FlaggingAbout(settings.Contamination, features, team);
    }

    /// <summary>From 0 to 1, the anomaly score of Liu, Ting and Zhou (2008, equation 2) when the middle is the usual one.</summary>
    public double Score(ReadOnlySpan<float> row) => DeterministicMath.Exp(-DeterministicMath.Log(2) * MeanPathLength(row) / Middle);

    private double MeanPathLength(ReadOnlySpan<float> row)
    {
        var sum = 0.0;
        foreach (var tree in Trees)
            sum += tree.PathLength(row);
        return sum / Trees.Count;
    }

    private IsolationForest FlaggingAbout(double share, FeatureMatrix features, ThreadTeam team)
    {
        var scores = new double[features.Rows];
        team.Each(scores.Length, row => scores[row] = Score(features.Row(row)));
        Array.Sort(scores);
        // scikit-learn's percentile is of the negated scores.
        var limit = Quantile.At(scores, 1 - share);
        return this with { Middle = -DeterministicMath.Log(limit) / DeterministicMath.Log(2) * Middle };
    }
}
