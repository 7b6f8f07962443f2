using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// Fisher's exact test of a table of two by two: the probability of all tables with the same margins that are no likelier than this one.
/// Evidently takes samples of equal size only; here any.
/// </summary>
internal sealed class FisherTest : IDriftMeasure
{
    // SciPy's allowance for tables that are as likely but for rounding.
    private const double Allowance = 1 + 1e-7;

    public string Name => "fisher_exact";

    public DriftKind Kinds => DriftKind.Category;

    public bool IsPValue => true;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair)
    {
        var counts = pair.Counts;
        if (counts.Distinct != 2)
            return counts.Distinct == 1 ? new(1) : null;
        double marked = counts.Reference[0] + counts.Current[0], others = counts.Reference[1] + counts.Current[1], drawn = pair.Current.Count;
        var here = SaddlePoint.Hypergeometric(counts.Current[0], marked, others, drawn) * Allowance;
        var sum = 0.0;
        for (var k = Math.Max(0, drawn - others); k <= Math.Min(marked, drawn); k++)
        {
            var probability = SaddlePoint.Hypergeometric(k, marked, others, drawn);
            sum += probability <= here ? probability : 0;
        }

        return new(Math.Min(1, sum));
    }
}
