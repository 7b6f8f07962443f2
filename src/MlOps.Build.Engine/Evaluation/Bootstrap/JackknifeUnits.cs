using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Evaluation.Bootstrap;

/// <summary>
/// What the jackknife leaves out, one unit at a time: rows, groups or runs of rows as resamples draw them. More than 400 are put
/// together at random into 400, as the grouped jackknife does (Efron and Narasimhan, 2020, whose bcaboot takes 20 or 40 groups): leaving
/// out each of 10,000 rows would cost five times the 2,000 resamples.
/// </summary>
internal sealed class JackknifeUnits
{
    private const int Most = 400;

    private readonly List<int[]> _rows = [];
    private readonly List<int> _strata = [];

    private JackknifeUnits()
    {
    }

    public int Count => _rows.Count;

    /// <summary>The stratum of each unit.</summary>
    public int[] Strata => [.. _strata];

    public static JackknifeUnits Of(ScoredRows rows, RowSampling sampling, SeededRandom random)
    {
        var units = new JackknifeUnits();
        switch (sampling.Method)
        {
            case Resampling.Groups:
                var groups = new RowGroups(sampling.Groups);
                units.Add([.. Enumerable.Range(0, groups.Count).Select(group => groups[group])], 0, random);
                break;
            case Resampling.Blocks:
                var length = Math.Max(sampling.Block ?? 1, (rows.Count + Most - 1) / Most);
                units.Add([.. sampling.Order.Chunk(length)], 0, random);
                break;
            case Resampling.WithinClasses when rows.ClassCount > 0:
                var classes = new RowGroups(Array.ConvertAll(rows.Labels, label => (int)label));
                for (var i = 0; i < classes.Count; i++)
                    units.Add([.. classes[i].Select(row => new[] { row })], i, random);
                break;
            default:
                units.Add([.. Enumerable.Range(0, rows.Count).Select(row => new[] { row })], 0, random);
                break;
        }

        return units;
    }

    /// <summary>Every row once but those of a unit.</summary>
    public void LeaveOut(int unit, Span<int> counts)
    {
        counts.Fill(1);
        foreach (var row in _rows[unit])
            counts[row] = 0;
    }

    private void Add(int[][] pieces, int stratum, SeededRandom random)
    {
        var units = Math.Min(pieces.Length, Most);
        if (pieces.Length > Most)
            random.Shuffle(pieces.AsSpan());
        for (var unit = 0; unit < units; unit++)
        {
            var own = pieces.Where((_, place) => place % units == unit).SelectMany(rows => rows);
            _rows.Add([.. own]);
            _strata.Add(stratum);
        }
    }
}
