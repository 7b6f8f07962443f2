using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Drift.Measures;

/// <summary>Student's two-sided test of two means with equal variances.</summary>
internal sealed class StudentTest : IDriftMeasure
{
    public string Name => "t_test";

    public DriftKind Kinds => DriftKind.Number;

    public bool IsPValue => true;

    public double Threshold => 0.05;

    public DriftScore? Measure(DriftPair pair)
    {
        var (first, second) = (Squares(pair.Reference.Numbers), Squares(pair.Current.Numbers));
        double n = pair.Reference.Count, m = pair.Current.Count;
        var degrees = n + m - 2;
        if (degrees < 1)
            return null;
        var variance = (first.Sum + second.Sum) / degrees * ((1 / n) + (1 / m));
        if (variance <= 0)
            return first.Mean == second.Mean ? null : new(0);
        var t = (first.Mean - second.Mean) / Math.Sqrt(variance);
        return new(StudentT.TwoSided(t, degrees), t);
    }

    private static (double Mean, double Sum) Squares(double[] numbers)
    {
        var mean = FixedSum.Sum(numbers) / numbers.Length;
        mean += FixedSum.Sum(Array.ConvertAll(numbers, number => number - mean)) / numbers.Length;
        var deviations = Array.ConvertAll(numbers, number => number - mean);
        return (mean, FixedSum.Dot(deviations, deviations));
    }
}
