using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How the rows were divided.</summary>
internal static class SplitSection
{
    private const int MostClasses = 12;

    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var split = model.Split;
        return new ReportSection("split", words.Say("Split"), 60,
        [
            new Paragraph(Summary(split, words)),
            new ReportTable(Columns(model, words), [.. split.Parts.Select(part => Row(part, split, model.Evaluation, words))]),
        ]);
    }

    private static string Summary(SplitSummary split, ReportWords words) => words.Sentences(
        words.Say($"The split is {words.Echo(split.Method)}; nothing about the model was chosen by the test rows."),
        split.Unlabelled == 0 ? "" : words.Say(
            split.Unlabelled,
            $"One row without a label was left out.",
            $"{split.Unlabelled} rows without a label were left out."),
        split.Duplicates == 0 ? "" : words.Say(
            split.Duplicates,
            $"One row equals an earlier one and stays on its side.",
            $"{split.Duplicates} rows equal an earlier one and stay on its side."),
        words.Sentences(split.LabelComparisons.Select(comparison => Compared(comparison, words))));

    private static string Compared(LabelComparison comparison, ReportWords words)
    {
        var part = comparison.Part == SplitPart.Validation ? words.Say("validation") : words.Say("test");
        var (effect, p) = (words.Number(comparison.Effect), words.Number(comparison.PValue));
        return comparison.Test == LabelComparison.ChiSquare
            ? words.Say($"Against train, the label of {part} has a Cramér's V of {effect} (p = {p}).")
            : words.Say($"Against train, the label of {part} has a Kolmogorov-Smirnov distance of {effect} (p = {p}).");
    }

    private static TableColumn[] Columns(ModelEvidence model, ReportWords words)
    {
        var columns = new List<TableColumn> { new(words.Say("part")), new(words.Say("rows"), true), new(words.Say("share"), true) };
        if (HasDates(model.Split))
            columns.AddRange([new(words.Say("from")), new(words.Say("to"))]);
        columns.AddRange(Shown(model.Evaluation).Select(name => new TableColumn(name, true)));
        if (model.Evaluation.Task == LearningTask.Regression)
            columns.Add(new TableColumn(words.Say($"mean {model.Evaluation.Label}"), true));
        return [.. columns];
    }

    private static string[] Row(SplitPartSummary part, SplitSummary split, EvaluationSummary evaluation, ReportWords words)
    {
        var all = split.Parts.Sum(item => (long)item.Rows);
        var cells = new List<string>
        {
            words.Say(part.Part switch { SplitPart.Train => "train", SplitPart.Validation => "validation", _ => "test" }),
            words.Count(part.Rows),
            all == 0 ? "" : words.Percent((double)part.Rows / all),
        };
        if (HasDates(split))
            cells.AddRange([part.From ?? "", part.To ?? ""]);
        cells.AddRange(Shown(evaluation).Select((_, index) => Class(part, index, words)));
        if (evaluation.Task == LearningTask.Regression)
            cells.Add(part.LabelMean is { } mean ? words.Number(mean) : "");
        return [.. cells];
    }

    private static IEnumerable<string> Shown(EvaluationSummary evaluation) => evaluation.Classes.Take(MostClasses);

    private static bool HasDates(SplitSummary split) => split.Parts.Any(part => part.From is not null);

    private static string Class(SplitPartSummary part, int index, ReportWords words)
    {
        if (index >= part.ClassCounts.Count || part.Rows == 0)
            return "";
        var count = part.ClassCounts[index];
        return $"{words.Count(count)} ({words.Percent((double)count / part.Rows)})";
    }
}
