using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>
/// The test of Anderson and Darling for two samples (Scholz and Stephens, 1987, with mid-ranks). Their table holds seven significances, 0.25 to
/// 0.001; between them the logarithm follows a parabola through all seven, beyond them the p-value stops at their ends.
/// </summary>
internal sealed class AndersonDarlingTest : IDriftMeasure
{
    private const double LeastCritical = 0.325;
    private const double MostCritical = 6.546;

    // Least squares through the logarithms of the table's significances at its critical values for two samples.
    private const double Square = 0.01819809457411139;
    private const double Linear = -1.008226564465251;
    private const double Constant = -1.0777702798204876;

    public string Name => "anderson";

    public DriftKind Kinds => DriftKind.Number;

    public bool IsPValue => true;

    public double Threshold => 0.1;

    public DriftScore? Measure(DriftPair pair)
    {
        double n = pair.Reference.Count, m = pair.Current.Count;
        if (pair.Counts.Distinct < 2 || n + m < 4)
            return null;
        var a = (Distance(pair.Counts, n, m) - 1) / Math.Sqrt(Variance(n, m));
        return new(PValue(a), a);
    }

    private static double Distance(PairCounts counts, double n, double m)
    {
        var (first, second, all) = (0.0, 0.0, n + m);
        var (before, beforeCurrent) = (0L, 0L);
        foreach (var group in TieGroup.Of(counts))
        {
            var middle = group.Before + (group.Count / 2.0);
            var weight = group.Count / all / ((middle * (all - middle)) - (all * group.Count / 4.0));
            var (r, c) = (before + (group.Reference / 2.0), beforeCurrent + (group.Current / 2.0));
            first += weight * ((all * r) - (middle * n)) * ((all * r) - (middle * n));
            second += weight * ((all * c) - (middle * m)) * ((all * c) - (middle * m));
            before += group.Reference;
            beforeCurrent += group.Current;
        }

        return ((first / n) + (second / m)) * (all - 1) / all;
    }

    // Equation 4 of Scholz and Stephens for two samples.
    private static double Variance(double n, double m)
    {
        var all = n + m;
        var (harmonic, h, g) = (0.0, 1.0, 0.0);
        for (var i = all - 1; i > 1; i--)
        {
            harmonic += 1 / i;
            g += harmonic / (all - i + 1);
        }

        h += harmonic;
        var inverse = (1 / n) + (1 / m);
        var a = ((4 * g) - 6) + ((10 - (6 * g)) * inverse);
        var b = (4 * ((2 * g) - 4)) + (16 * h) + (((2 * g) - (14 * h) - 4) * inverse) - (8 * h) + (4 * g) - 6;
        var c = (4 * ((6 * h) + (2 * g) - 2)) + (2 * ((4 * h) - (4 * g) + 6)) + (((2 * h) - 6) * inverse) + (4 * h);
        var d = (4 * ((2 * h) + 6)) - (8 * h);
        return ((a * all * all * all) + (b * all * all) + (c * all) + d) / ((all - 1) * (all - 2) * (all - 3));
    }

    private static double PValue(double a) => a < LeastCritical ? 0.25 : a > MostCritical ? 0.001 : DeterministicMath.Exp((((Square * a) + Linear) * a) + Constant);
}
