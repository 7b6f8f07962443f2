using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Training.Choosing;
using MlOps.Build.Engine.Tuning;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How the hyperparameters were searched for.</summary>
internal static class TuningSection
{
    private const int MostTrials = 10;

    public static ReportSection Of(ModelEvidence model, ReportWords words) =>
        new("tuning", words.Say("Tuning"), 32, model.Tuning is { Trials.Count: > 0 } tuning ? Blocks(tuning, words) : []);

    private static List<ReportBlock> Blocks(TuningSummary tuning, ReportWords words)
    {
        var failed = tuning.Trials.Where(trial => trial.Value is null).ToList();
        var blocks = new List<ReportBlock>
        {
            new Paragraph(words.Sentences(Tried(tuning, words), Best(tuning, words), Caution(tuning, words))),
        };
        blocks.AddRange(LeaderboardTable.Of(tuning, words));
        // The settings of several trainers have no columns in common.
        blocks.Add(tuning.Leaderboard.Count > 0 ? Settings(tuning, words) : Table(tuning, words));
        if (failed.Count > 0)
            blocks.Add(new Fold(words.Say($"Trials that failed: {failed.Count}"), [Failed(failed, words)]));
        return blocks;
    }

    private static string Tried(TuningSummary tuning, ReportWords words)
    {
        var method = tuning.Method switch
        {
            "grid" => words.Say("grid search"),
            "random" => words.Say("random search"),
            "tpe" => words.Say("Parzen estimators (TPE)"),
            _ => words.Say("successive halving (ASHA)"),
        };
        var (metric, rows) = (words.Metric(tuning.Metric), words.Echo(tuning.JudgedOn));
        return words.Say(
            tuning.Trials.Count,
            $"One trial by {method}, judged by {metric} on {rows}; test rows took no part.",
            $"{tuning.Trials.Count} trials by {method}, judged by {metric} on {rows}; test rows took no part.");
    }

    private static string Best(TuningSummary tuning, ReportWords words)
    {
        if (tuning.Trials.FirstOrDefault(trial => trial.Number == tuning.Best) is not { Value: { } value } best)
            return "";
        var settings = words.List(best.Settings.Select(setting => $"{setting.Key} = {Written(tuning, setting.Key, setting.Value)}"));
        return words.Say($"Trial {tuning.Best} was best, with {words.Number(value)}: {settings}. The model was trained with that.");
    }

    private static string Caution(TuningSummary tuning, ReportWords words) => words.Sentences(
        tuning.EndedByTime ? words.Say("The time allowed ended the search, so another machine may choose other settings.") : "",
        words.Say("The best of many on the same rows looks a little better than it is; the test rows show what it is worth."));

    private static ReportTable Table(TuningSummary tuning, ReportWords words)
    {
        var judged = tuning.Trials.Where(trial => trial.Value is not null);
        var best = new TrialLoss(tuning.HigherIsBetter).Order(judged).Take(MostTrials);
        var rounds = tuning.Trials.Any(trial => trial.Budget is not null);
        return new ReportTable(
            [
                new(words.Say("trial")),
                new(words.Metric(tuning.Metric), true),
                .. rounds ? [new TableColumn(words.Say("rounds"), true)] : Array.Empty<TableColumn>(),
                .. tuning.Space.Select(dimension => new TableColumn(dimension.Name, true)),
            ],
            [.. best.Select(trial => Row(trial, tuning, rounds, words))]);
    }

    private static ReportTable Settings(TuningSummary tuning, ReportWords words) => new(
        [new(words.Say("trial")), new(words.Metric(tuning.Metric), true), new(words.Say("settings"))],
        [
            .. new TrialLoss(tuning.HigherIsBetter).Order(tuning.Trials.Where(trial => trial.Value is not null)).Take(MostTrials).Select(trial => new[]
            {
                words.Count(trial.Number),
                words.Number(trial.Value ?? double.NaN),
                words.List(trial.Settings.Select(setting => $"{setting.Key} = {Written(tuning, setting.Key, setting.Value)}")),
            }),
        ]);

    private static string[] Row(TuningTrial trial, TuningSummary tuning, bool rounds, ReportWords words) =>
    [
        words.Count(trial.Number),
        words.Number(trial.Value ?? double.NaN),
        .. rounds ? [trial.Budget is { } budget ? words.Count(budget) : ""] : Array.Empty<string>(),
        .. tuning.Space.Select(dimension =>
            trial.Settings.TryGetValue(dimension.Name, out var value) ? Written(tuning, dimension.Name, value) : ""),
    ];

    private static ReportTable Failed(List<TuningTrial> failed, ReportWords words) => new(
        [new(words.Say("trial")), new(words.Say("reason"))],
        [.. failed.Take(MostTrials).Select(trial => new[] { words.Count(trial.Number), trial.Reason ?? "" })]);

    private static string Written(TuningSummary tuning, string name, double value) =>
        AutoTrainer.Written(tuning, name, value);
}
