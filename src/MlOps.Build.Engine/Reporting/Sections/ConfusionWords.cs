using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What the confusion matrix shows, in words.</summary>
internal static class ConfusionWords
{
    public static string Of(EvaluationSummary evaluation, ReportWords words) =>
        evaluation is { Task: LearningTask.Binary, Confusion: [{ Count: 2 } negatives, { Count: 2 } positives] }
            ? Binary(evaluation, negatives, positives, words)
            : Many(evaluation, words);

    private static string Binary(
        EvaluationSummary evaluation, IReadOnlyList<long> negatives, IReadOnlyList<long> positives, ReportWords words)
    {
        var name = evaluation.Classes is [_, var positive] ? positive : words.Say("positive");
        var called = negatives[1] + positives[1];
        var right = called == 0
            ? words.Say("no row is called so")
            : words.Say($"of the {called} called so, {Share(positives[1], called, words)} are right");
        var all = positives.Sum();
        var found = Share(positives[1], all, words);
        return evaluation.Threshold is { } threshold
            ? words.Say($"At a threshold of {words.Number(threshold, 2)}, {found} of the {all} rows that are '{name}' are found; {right}.")
            : words.Say($"{found} of the {all} rows that are '{name}' are found; {right}.");
    }

    private static string Many(EvaluationSummary evaluation, ReportWords words)
    {
        var matrix = evaluation.Confusion;
        var cells = matrix.SelectMany((row, actual) => row.Select((count, predicted) => (count, actual, predicted))).ToList();
        var all = cells.Sum(cell => cell.count);
        var right = cells.Where(cell => cell.actual == cell.predicted).Sum(cell => cell.count);
        var worst = cells.Where(cell => cell.actual != cell.predicted).OrderByDescending(cell => cell.count).FirstOrDefault();
        var mistake = worst.count == 0
            ? words.Say("none is mistaken")
            : words.Say($"most often {Name(evaluation, worst.actual, words)} is taken for "
                + $"{Name(evaluation, worst.predicted, words)} ({Rows(worst.count, words)})");
        return words.Sentences(
            words.Say($"{Share(right, all, words)} of {all} rows are right; {mistake}."),
            matrix.Count > ConfusionTable.MostClasses
                ? words.Say($"{ConfusionTable.MostClasses} of {matrix.Count} classes are drawn.")
                : "");
    }

    private static string Name(EvaluationSummary evaluation, int index, ReportWords words) =>
        index < evaluation.Classes.Count ? $"'{evaluation.Classes[index]}'" : words.Say("a class");

    private static string Rows(long count, ReportWords words) => words.Say(count, $"one row", $"{count} rows");

    private static string Share(long part, long all, ReportWords words) =>
        all == 0 ? words.Say("none") : words.Percent((double)part / all);
}
