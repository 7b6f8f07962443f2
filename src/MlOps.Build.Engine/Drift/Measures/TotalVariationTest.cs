using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The total variation distance with a permutation test of 1,000 rounds: the share of random divisions of all rows that are as far apart.
/// Its random numbers are our own and fixed, so the last digits differ from Evidently's, whose are NumPy's.
/// </summary>
internal sealed class TotalVariationTest : IDriftMeasure
{
    private const int Rounds = 1000;

    public string Name => "TVD";

    public DriftKind Kinds => DriftKind.Category;

    public bool IsPValue => true;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair)
    {
        var counts = pair.Counts;
        var observed = Distance(counts.Reference, counts.Current);
        var random = new SeededRandom(0);
        var (reference, current) = (new long[counts.Distinct], new long[counts.Distinct]);
        var asFar = 0;
        for (var round = 0; round < Rounds; round++)
        {
            Divide(counts, pair.Reference.Count, random, reference);
            for (var i = 0; i < current.Length; i++)
                current[i] = counts.Reference[i] + counts.Current[i] - reference[i];
            asFar += observed <= Distance(reference, current) ? 1 : 0;
        }

        return new((double)asFar / Rounds, observed);
    }

    /// <summary>Half the sum of the differences between shares, 0 to 1: the share of rows that would have to hold another value.</summary>
    public static double Distance(long[] reference, long[] current)
    {
        double first = reference.Sum(), second = current.Sum();
        return 0.5 * FixedSum.Sum([.. reference.Zip(current, (r, a) => Math.Abs((r / first) - (a / second)))]);
    }

    private static void Divide(PairCounts counts, long drawn, SeededRandom random, long[] reference)
    {
        var left = counts.Reference.Sum() + counts.Current.Sum();
        for (var i = 0; i < reference.Length; i++)
        {
            var here = counts.Reference[i] + counts.Current[i];
            reference[i] = HypergeometricDraw.Next(random, here, left - here, drawn);
            (left, drawn) = (left - here, drawn - reference[i]);
        }
    }
}
