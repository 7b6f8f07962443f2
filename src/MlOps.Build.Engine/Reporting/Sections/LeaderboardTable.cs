using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Training.Choosing;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The trainers of a search over several, and what the whole search gives on rows that it did not see.</summary>
internal static class LeaderboardTable
{
    public static IEnumerable<ReportBlock> Of(TuningSummary tuning, ReportWords words)
    {
        if (tuning.Leaderboard.Count > 0)
        {
            yield return new Paragraph(words.Say("Every trainer at its best. Intervals are of means over the folds; a best of many trials looks a little better than it is."));
            yield return new ReportTable(
                [
                    new(words.Say("trainer")),
                    new(words.Say("trials"), true),
                    new(words.Metric(tuning.Metric), true),
                    new(words.Say("less the winner's"), true),
                ],
                [.. tuning.Leaderboard.Select(contender => Row(contender, words))]);
        }

        if (tuning.Nested is not { } nested)
            yield break;
        var (method, metric, mean) = (words.Echo(nested.Method), words.Metric(tuning.Metric), Interval(nested.Mean, nested.Low, nested.High, words));
        yield return new Paragraph(words.Say(
            $"The whole search was made again in each of {method}, and its winner judged on rows that no choice had seen: mean {metric} {mean}. That is what the procedure is worth."));
        yield return new Fold(words.Say("The outer folds"), [Outer(tuning, nested, words)]);
    }

    private static string[] Row(TuningContender contender, ReportWords words) =>
    [
        contender.Trainer,
        words.Count(contender.Trials),
        Interval(contender.Value, contender.Low, contender.High, words),
        contender.Difference is { } difference
            ? contender.DifferenceLow is { } low && contender.DifferenceHigh is { } high
                ? $"{words.Signed(difference)} [{words.Signed(low)}, {words.Signed(high)}]"
                : words.Signed(difference)
            : "",
    ];

    private static ReportTable Outer(TuningSummary tuning, NestedEstimate nested, ReportWords words) => new(
        [
            new(words.Say("fold")),
            new(words.Say("rows"), true),
            new(words.Say("in the search"), true),
            new(words.Metric(tuning.Metric), true),
            new(words.Say("settings")),
        ],
        [
            .. nested.Folds.Select(fold => new[]
            {
                words.Echo(fold.Name),
                words.Count(fold.Rows),
                words.Number(fold.Searched ?? double.NaN),
                words.Number(fold.Value ?? double.NaN),
                fold.Reason ?? words.List(fold.Settings.Select(setting => $"{setting.Key} = {AutoTrainer.Written(tuning, setting.Key, setting.Value)}")),
            }),
        ]);

    private static string Interval(double? value, double? low, double? high, ReportWords words) => low is not null && high is not null
        ? $"{words.Number(value ?? double.NaN)} [{words.Number(low.Value)}, {words.Number(high.Value)}]"
        : words.Number(value ?? double.NaN);
}
