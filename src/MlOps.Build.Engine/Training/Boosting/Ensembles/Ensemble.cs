using MlOps.Build.Engine.Training.Boosting.Binning;

namespace MlOps.Build.Engine.Training.Boosting.Ensembles;

/// <summary>A sum of trees: initial scores, then one tree an output each round.</summary>
internal sealed record Ensemble
{
    public required float[] InitialScores { get; init; }

    /// <summary>Trees in order; tree t belongs to output t mod outputs.</summary>
    public required IReadOnlyList<Tree> Trees { get; init; }

    public required IReadOnlyList<FeatureBins> Bins { get; init; }

    public int Outputs => InitialScores.Length;

    /// <summary>A row's scores, summed in double.</summary>
    public double[] Scores(ReadOnlySpan<float> row)
    {
        var bins = new byte[row.Length];
        for (var i = 0; i < bins.Length; i++)
            bins[i] = Bins[i].BinOf(row[i]);
        var scores = Array.ConvertAll(InitialScores, score => (double)score);
        for (var t = 0; t < Trees.Count; t++)
            scores[t % Outputs] += Trees[t].LeafValues[Trees[t].LeafOf(bins, 1)];
        return scores;
    }
}
