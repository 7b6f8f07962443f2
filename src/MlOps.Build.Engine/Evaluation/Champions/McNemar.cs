using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>
/// McNemar's test (1947) of whether two models are right equally often: of the rows that one gets right and the other wrong, half should
/// be each one's. The conditional exact test is too cautious and the asymptotic ones too bold with few such rows; the mid-p value is
/// neither, for any number of rows (Fagerland, Lydersen and Laake, 2013), so it is the one that counts.
/// </summary>
internal static class McNemar
{
    public static PairedTest Of(ChampionPair pair)
    {
        var (rightToWrong, wrongToRight) = Changes(pair);
        return Of(rightToWrong, wrongToRight);
    }

    /// <summary>From the two numbers of rows that changed sides.</summary>
    public static PairedTest Of(int rightToWrong, int wrongToRight)
    {
        var changed = rightToWrong + wrongToRight;
        var fewer = Math.Min(rightToWrong, wrongToRight);
        var tail = Binomial.AtMost(fewer, changed, 0.5);
        var exact = Math.Min(1, 2 * tail);
        return new PairedTest
        {
            Name = PairedTest.McNemar,
            Metric = "accuracy",
            Count = changed,
            ExactPValue = exact,
            PValue = rightToWrong == wrongToRight ? 1 : (2 * tail) - Binomial.Exactly(fewer, changed, 0.5),
        };
    }

    /// <summary>Rows that the champion gets right and the challenger wrong, and the other way round.</summary>
    public static (int RightToWrong, int WrongToRight) Changes(ChampionPair pair)
    {
        var (rightToWrong, wrongToRight) = (0, 0);
        for (var row = 0; row < pair.Challenger.Count; row++)
        {
            var (now, before) = (IsRight(pair.Challenger, row), IsRight(pair.Champion, row));
            rightToWrong += before && !now ? 1 : 0;
            wrongToRight += now && !before ? 1 : 0;
        }

        return (rightToWrong, wrongToRight);
    }

    public static bool IsRight(ScoredRows rows, int row) => PredictedClasses.Of(rows, row) == (int)rows.Labels[row];
}
