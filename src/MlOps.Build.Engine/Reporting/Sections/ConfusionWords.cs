using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What the confusion matrix shows, in words.</summary>
internal static class ConfusionWords
{
    public static string Of(EvaluationSummary evaluation) =>
        evaluation is { Task: LearningTask.Binary, Confusion: [{ Count: 2 } negatives, { Count: 2 } positives] }
            ? Binary(evaluation, negatives, positives)
            : Many(evaluation);

    private static string Binary(EvaluationSummary evaluation, IReadOnlyList<long> negatives, IReadOnlyList<long> positives)
    {
        var name = evaluation.Classes is [_, var positive] ? positive : "positive";
        var called = negatives[1] + positives[1];
        var threshold = evaluation.Threshold is { } value ? $"At a threshold of {NumberText.Of(value, 2)}, " : "";
        var right = called == 0
            ? "no row is called so"
            : $"of the {NumberText.Count(called)} called so, {Share(positives[1], called)} are right";
        var all = positives.Sum();
        return $"{threshold}{Share(positives[1], all)} of the {NumberText.Count(all)} rows that are '{name}' are found; {right}.";
    }

    private static string Many(EvaluationSummary evaluation)
    {
        var matrix = evaluation.Confusion;
        var cells = matrix.SelectMany((row, actual) => row.Select((count, predicted) => (count, actual, predicted))).ToList();
        var all = cells.Sum(cell => cell.count);
        var right = cells.Where(cell => cell.actual == cell.predicted).Sum(cell => cell.count);
        var worst = cells.Where(cell => cell.actual != cell.predicted).OrderByDescending(cell => cell.count).FirstOrDefault();
        var drawn = matrix.Count > ConfusionTable.MostClasses ? $" {ConfusionTable.MostClasses} of {matrix.Count} classes are drawn." : "";
        var mistake = worst.count == 0
            ? "none is mistaken"
            : $"most often {Name(evaluation, worst.actual)} is taken for {Name(evaluation, worst.predicted)} ({Rows(worst.count)})";
        return $"{Share(right, all)} of {NumberText.Count(all)} rows are right; {mistake}.{drawn}";
    }

    private static string Name(EvaluationSummary evaluation, int index) =>
        index < evaluation.Classes.Count ? $"'{evaluation.Classes[index]}'" : "a class";

    private static string Rows(long count) => count == 1 ? "one row" : $"{NumberText.Count(count)} rows";

    private static string Share(long part, long all) => all == 0 ? "none" : NumberText.Percent((double)part / all);
}
