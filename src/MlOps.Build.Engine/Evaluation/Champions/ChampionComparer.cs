using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Bootstrap;
using MlOps.Build.Engine.Evaluation.Metrics;
using MlOps.Build.Engine.Evaluation.Significance;

namespace MlOps.Build.Engine.Evaluation.Champions;

/// <summary>Says what a pair of models on the same rows allows to say beyond the differences of their metrics.</summary>
internal static class ChampionComparer
{
    /// <param name="entry">The champion.</param>
    /// <param name="pair">Both models' scores; null when the champion was not run.</param>
    /// <param name="table">The metrics on every resample; the judged model is its first.</param>
    /// <param name="champion">The champion's place in the table.</param>
    public static ChampionComparison Compare(ChampionEntry entry, ChampionPair? pair, MetricTable table, int champion)
    {
        if (pair is null)
            return entry.Identity;
        var rows = entry.Rows ?? new ComparedRows();
        return entry.Identity with
        {
            Metrics = [.. table.WorseShares(0, champion).Select(item => new ChampionMetric(item.Metric, double.IsNaN(item.Share) ? null : item.Share))],
            Tests = Tests(pair, rows),
            Sides = pair.Challenger.ClassCount > 0 ? ClassSides.Of(pair, rows) : ErrorSides.Of(pair, rows),
        };
    }

    private static IReadOnlyList<PairedTest> Tests(ChampionPair pair, ComparedRows rows) => pair.Challenger.Task switch
    {
        LearningTask.Regression => rows.Moments is { } moments ? [DieboldMariano.Of(pair, moments)] : [],
        LearningTask.Binary => [McNemar.Of(pair), OfAucs(pair)],
        _ => [McNemar.Of(pair)],
    };

    private static PairedTest OfAucs(ChampionPair pair)
    {
        var test = new PairedTest { Name = PairedTest.DeLong, Metric = "auc", Count = pair.Challenger.Count };
        if (DeLong.Compare(pair.Challenger.Labels, Positive(pair.Challenger), Positive(pair.Champion)) is not { } found)
            return test with { Reason = "a class has fewer than two test rows" };
        return double.IsNaN(found.PValue)
            ? test with { Reason = "nothing varies: one model separates the classes, the other tells nothing" }
            : test with { PValue = found.PValue, Statistic = found.StandardError > 0 ? found.Difference / found.StandardError : 0 };
    }

    private static float[] Positive(ScoredRows rows)
    {
        var scores = new float[rows.Count];
        for (var row = 0; row < scores.Length; row++)
            scores[row] = rows.Scores[(row * 2) + 1];
        return scores;
    }
}
