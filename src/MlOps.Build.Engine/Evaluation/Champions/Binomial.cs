namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>
/// Exact sums over the binomial distribution. Terms are taken relative to the largest one by their ratio
/// <c>P(k + 1) / P(k) = (n - k) / (k + 1) · p / (1 - p)</c>, so neither factorials nor logarithms are needed and no count overflows.
/// </summary>
internal static class Binomial
{
    /// <summary>P(X >= <paramref name="least"/>) of n trials.</summary>
    public static double AtLeast(int least, int trials, double chance) =>
        least <= 0 ? 1 : least > trials || chance <= 0 ? 0 : chance >= 1 ? 1 : Share(trials, chance, least, trials);

    /// <summary>P(X &lt;= <paramref name="most"/>) of n trials.</summary>
    public static double AtMost(int most, int trials, double chance) =>
        most < 0 ? 0 : most >= trials || chance <= 0 ? 1 : chance >= 1 ? 0 : Share(trials, chance, 0, most);

    /// <summary>P(X = <paramref name="count"/>) of n trials.</summary>
    public static double Exactly(int count, int trials, double chance) => Share(trials, chance, count, count);

    private static double Share(int trials, double chance, int from, int to)
    {
        var odds = chance / (1 - chance);
        var mode = Math.Clamp((int)((trials + 1) * chance), 0, trials);
        double all = 1, part = mode >= from && mode <= to ? 1 : 0;
        var term = 1.0;
        for (var k = mode; k < trials && term > 0; k++)
        {
            term *= (double)(trials - k) / (k + 1) * odds;
            all += term;
            part += k + 1 >= from && k + 1 <= to ? term : 0;
        }

        term = 1.0;
        for (var k = mode; k > 0 && term > 0; k--)
        {
            term *= k / (trials - k + 1.0) / odds;
            all += term;
            part += k - 1 >= from && k - 1 <= to ? term : 0;
        }

        return Math.Min(1, part / all);
    }
}
