using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How the rows were divided.</summary>
internal static class SplitSection
{
    private const int MostClasses = 12;

    public static ReportSection Of(ModelEvidence model)
    {
        var split = model.Split;
        return new ReportSection("split", "Split", 60,
        [
            new Paragraph(Summary(split)),
            new ReportTable(Columns(model), [.. split.Parts.Select(part => Row(part, split, model.Evaluation))]),
        ]);
    }

    private static string Summary(SplitSummary split)
    {
        var text = $"The split is {split.Method}; nothing about the model was chosen by the test rows.";
        if (split.Unlabelled > 0)
            text += $" {NumberText.Count(split.Unlabelled)} rows without a label were left out.";
        if (split.Duplicates > 0)
            text += $" {NumberText.Count(split.Duplicates)} rows equal an earlier one and stay on its side.";
        return text;
    }

    private static TableColumn[] Columns(ModelEvidence model)
    {
        var columns = new List<TableColumn> { new("part"), new("rows", true), new("share", true) };
        if (HasDates(model.Split))
            columns.AddRange([new("from"), new("to")]);
        columns.AddRange(Shown(model.Evaluation).Select(name => new TableColumn(name, true)));
        if (model.Evaluation.Task == LearningTask.Regression)
            columns.Add(new TableColumn($"mean {model.Evaluation.Label}", true));
        return [.. columns];
    }

    private static string[] Row(SplitPartSummary part, SplitSummary split, EvaluationSummary evaluation)
    {
        var all = split.Parts.Sum(item => (long)item.Rows);
        var cells = new List<string>
        {
            part.Part.ToString().ToLowerInvariant(),
            NumberText.Count(part.Rows),
            all == 0 ? "" : NumberText.Percent((double)part.Rows / all),
        };
        if (HasDates(split))
            cells.AddRange([part.From ?? "", part.To ?? ""]);
        cells.AddRange(Shown(evaluation).Select((_, index) => Class(part, index)));
        if (evaluation.Task == LearningTask.Regression)
            cells.Add(part.LabelMean is { } mean ? NumberText.Of(mean) : "");
        return [.. cells];
    }

    private static IEnumerable<string> Shown(EvaluationSummary evaluation) => evaluation.Classes.Take(MostClasses);

    private static bool HasDates(SplitSummary split) => split.Parts.Any(part => part.From is not null);

    private static string Class(SplitPartSummary part, int index)
    {
        if (index >= part.ClassCounts.Count || part.Rows == 0)
            return "";
        var count = part.ClassCounts[index];
        return $"{NumberText.Count(count)} ({NumberText.Percent((double)count / part.Rows)})";
    }
}
