using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Metrics;

/// <summary>
/// How much each list counts in a draw: the mean of its rows' weights, which is how often it was drawn when whole lists are. Filled anew
/// each draw.
/// </summary>
internal sealed class ListWeights(RankedLists lists)
{
    private readonly double[] _weights = new double[lists.Count];

    public ReadOnlySpan<double> Values => _weights;

    public double Total { get; private set; }

    /// <summary>Whether a list that counts has a relevant row.</summary>
    public bool AnyRelevant { get; private set; }

    public void Tally(ReadOnlySpan<double> weights)
    {
        AnyRelevant = false;
        for (var list = 0; list < _weights.Length; list++)
        {
            var rows = lists[list];
            var sum = 0.0;
            foreach (var row in rows)
                sum += weights[row];
            _weights[list] = sum / rows.Length;
            AnyRelevant |= sum > 0 && lists.HasRelevant[list];
        }

        Total = FixedSum.Sum(_weights);
    }
}
