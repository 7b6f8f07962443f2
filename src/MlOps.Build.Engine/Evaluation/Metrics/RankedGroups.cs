namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>The rows drawn by descending score: the weight of positives and negatives for each distinct score. Filled anew each draw.</summary>
internal sealed class RankedGroups(RankedRows ranking)
{
    private readonly double[] _positives = new double[ranking.GroupScores.Length];
    private readonly double[] _negatives = new double[ranking.GroupScores.Length];
    private readonly int[] _rows = new int[ranking.GroupScores.Length];

    /// <summary>Distinct scores, descending.</summary>
    public ReadOnlySpan<double> Scores => ranking.GroupScores;

    /// <summary>Weight of the positive rows with each score.</summary>
    public ReadOnlySpan<double> Positives => _positives;

    /// <summary>Weight of the negative rows with each score.</summary>
    public ReadOnlySpan<double> Negatives => _negatives;

    /// <summary>Rows drawn with each score, with repetition.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    public double TotalPositives { get; private set; }

    public double TotalNegatives { get; private set; }

    /// <summary>Counts anew.</summary>
    public void Tally(ReadOnlySpan<double> weights, ReadOnlySpan<int> counts)
    {
        double positives = 0, negatives = 0;
        int rows = 0, group = 0;
        (TotalPositives, TotalNegatives) = (0, 0);
        foreach (var entry in ranking.Entries)
        {
            var row = (int)(entry >> 2);
            rows += counts[row];
            if ((entry & 1) != 0)
                positives += weights[row];
            else
                negatives += weights[row];
            if ((entry & 2) == 0)
                continue;
            (_positives[group], _negatives[group], _rows[group]) = (positives, negatives, rows);
            TotalPositives += positives;
            TotalNegatives += negatives;
            (positives, negatives, rows) = (0, 0, 0);
            group++;
        }
    }

    /// <summary>
    /// AUC as the Mann-Whitney statistic with ties counted half, in whole numbers when rows have no weights (Hanley and McNeil, 1982);
    /// average precision as the sum over thresholds of the gain in recall times the precision there (scikit-learn's
    /// <c>average_precision_score</c>).
    /// </summary>
    public RankingScores Score()
    {
        double positives = 0, negatives = 0, doubledWins = 0, precision = 0;
        for (var i = 0; i < _positives.Length; i++)
        {
            doubledWins += _negatives[i] * ((2 * positives) + _positives[i]);
            positives += _positives[i];
            negatives += _negatives[i];
            if (_positives[i] != 0)
                precision += _positives[i] * (positives / (positives + negatives));
        }

        return new(positives, negatives, doubledWins / (2 * positives * negatives), precision / positives);
    }
}
