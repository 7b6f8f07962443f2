using MlOps.Build.Engine.Training.Trees.Binning;

namespace MlOps.Build.Engine.Training.Trees.Ensembles;

/// <summary>A sum of trees, each for all outputs or for one of them in turn, and initial scores.</summary>
internal sealed record Ensemble
{
    public required float[] InitialScores { get; init; }

    /// <summary>Trees in order: each has values for all outputs, or tree t those of output t mod outputs.</summary>
    public required IReadOnlyList<Tree> Trees { get; init; }

    public required IReadOnlyList<FeatureBins> Bins { get; init; }

    public int Outputs => InitialScores.Length;

    /// <summary>The gains of all splits, summed by feature.</summary>
    public double[] Gains()
    {
        var gains = new double[Bins.Count];
        foreach (var node in Trees.SelectMany(tree => tree.Nodes))
            gains[node.Feature] += node.Gain;
        return gains;
    }

    /// <summary>A row's scores, summed in double.</summary>
    public double[] Scores(ReadOnlySpan<float> row)
    {
        var bins = new byte[row.Length];
        for (var i = 0; i < bins.Length; i++)
            bins[i] = Bins[i].BinOf(row[i]);
        var scores = Array.ConvertAll(InitialScores, score => (double)score);
        for (var t = 0; t < Trees.Count; t++)
        {
            var (tree, width) = (Trees[t], Trees[t].Outputs);
            var leaf = tree.LeafOf(bins, 1);
            for (var k = 0; k < width; k++)
                scores[((t * width) + k) % Outputs] += tree.LeafValues[(leaf * width) + k];
        }

        return scores;
    }
}
