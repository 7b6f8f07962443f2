namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// For each pair of classes (a, b), the weight of pairs of rows in which the row of a has the larger probability of a, ties half.
/// Filled anew each draw, in one pass for each class.
/// </summary>
internal sealed class PairwiseWins(ClassRankings rankings)
{
    private readonly double[] _doubledWins = new double[rankings.Classes * rankings.Classes];
    private readonly double[] _rows = new double[rankings.Classes];

    public int Classes => rankings.Classes;

    /// <summary>The weight of rows of a class.</summary>
    public double Rows(int @class) => _rows[@class];

    /// <summary>Area under the ROC curve of the probability of <paramref name="a"/> on the rows of a and b; NaN without either.</summary>
    public double Auc(int a, int b) => _doubledWins[(a * Classes) + b] / (2 * _rows[a] * _rows[b]);

    /// <summary>The same on the rows of a and of all others.</summary>
    public double AucAgainstRest(int a)
    {
        double wins = 0, others = 0;
        for (var b = 0; b < Classes; b++)
        {
            wins += b == a ? 0 : _doubledWins[(a * Classes) + b];
            others += b == a ? 0 : _rows[b];
        }

        return wins / (2 * _rows[a] * others);
    }

    /// <summary>Counts anew.</summary>
    public void Tally(ReadOnlySpan<double> weights)
    {
        Array.Clear(_doubledWins);
        Array.Clear(_rows);
        for (var i = 0; i < rankings.Labels.Length; i++)
            _rows[rankings.Labels[i]] += weights[i];
        for (var a = 0; a < Classes; a++)
            Tally(a, rankings.Entries[a], weights);
    }

    private void Tally(int a, long[] entries, ReadOnlySpan<double> weights)
    {
        var labels = rankings.Labels;
        var wins = _doubledWins.AsSpan(a * Classes, Classes);
        double above = 0, tied = 0;
        var first = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var row = (int)(entries[i] >> 1);
            tied += labels[row] == a ? weights[row] : 0;
            if ((entries[i] & 1) == 0)
                continue;
            for (; first <= i; first++)
            {
                row = (int)(entries[first] >> 1);
                wins[labels[row]] += weights[row] * ((2 * above) + tied);
            }

            above += tied;
            tied = 0;
        }
    }
}
