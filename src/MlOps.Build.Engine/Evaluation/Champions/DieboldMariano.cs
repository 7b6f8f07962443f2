using MlOps.Build.Contracts;
using MlOps.Build.Engine.Numerics;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>
/// Diebold and Mariano's test (1995) of equal squared errors over time: the mean loss difference by the root of its long-run variance,
/// with Bartlett's weights (Newey and West, 1987) and floor(4 (n / 100)^(2/9)) lags (their rule of 1994), made smaller for short series
/// and held against Student's t with n - 1 degrees of freedom (Harvey, Leybourne and Newbold, 1997).
/// </summary>
internal static class DieboldMariano
{
    /// <summary>Below this the long-run variance is a guess.</summary>
    public const int FewestMoments = 10;

    /// <summary>Rows of the same moment count as one: they share what happened then.</summary>
    public static PairedTest Of(ChampionPair pair, int[] moments) =>
        Of(ByMoment(pair.Challenger.SquaredError, pair.Champion.SquaredError, moments));

    /// <summary>From the difference of the losses, this model's minus the champion's, in the order of time.</summary>
    public static PairedTest Of(double[] differences)
    {
        var test = new PairedTest { Name = PairedTest.DieboldMariano, Metric = "rmse", Count = differences.Length };
        if (differences.Length < FewestMoments)
            return test with { Reason = $"the test rows lie at {differences.Length} moments in time; below {FewestMoments} nothing can be said" };
        var lags = Lags(differences.Length);
        var mean = FixedSum.Sum(differences) / differences.Length;
        var variance = LongRunVariance([.. differences.Select(difference => difference - mean)], lags) / differences.Length;
        if (!(variance > 0))
            return test with { Lags = lags, Reason = "the losses of the two models differ by the same amount at every moment" };
        var statistic = mean / Math.Sqrt(variance) * Math.Sqrt(Correction(differences.Length, lags + 1));
        return test with { Lags = lags, Statistic = statistic, PValue = StudentT.TwoSided(statistic, differences.Length - 1) };
    }

    // (n + 1 - 2h + h(h - 1)/n) / n of Harvey, Leybourne and Newbold, h - 1 being the lags.
    private static double Correction(int n, int horizon) => (n + 1 - (2.0 * horizon) + (horizon * (horizon - 1.0) / n)) / n;

    private static int Lags(int n) => (int)Math.Floor(4 * DeterministicMath.Exp(2.0 / 9 * DeterministicMath.Log(n / 100.0)));

    private static double LongRunVariance(double[] centered, int lags)
    {
        var n = centered.Length;
        var variance = FixedSum.Dot(centered, centered) / n;
        for (var lag = 1; lag <= lags; lag++)
            variance += 2 * (1 - (lag / (lags + 1.0))) * FixedSum.Dot(centered.AsSpan(lag), centered.AsSpan(0, n - lag)) / n;
        return variance;
    }

    private static double[] ByMoment(double[] own, double[] other, int[] moments)
    {
        var rows = new int[moments.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = i;
        return
        [
            .. rows.GroupBy(row => moments[row]).OrderBy(group => group.Key)
                .Select(group => FixedSum.Sum([.. group.Select(row => own[row] - other[row])]) / group.Count()),
        ];
    }
}
