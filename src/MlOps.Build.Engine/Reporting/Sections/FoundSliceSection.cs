using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The groups that a search has found to do worse than the rest.</summary>
internal static class FoundSliceSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var blocks = new List<ReportBlock>();
        if (model.Evaluation.FoundSlices is { } found)
        {
            blocks.Add(new Paragraph(Summary(found, model.Evaluation.Confidence, words)));
            if (found.Slices.Count > 0)
                blocks.Add(new ReportTable(Columns(found, words), [.. found.Slices.Select(slice => Row(slice, model, words))]));
        }

        return new ReportSection("found-slices", words.Say("Groups found by search"), 52, blocks);
    }

    private static string Summary(SliceFindings found, double confidence, ReportWords words)
    {
        var at = words.Percent(confidence);
        return words.Sentences(
            words.Say($"{found.Groups} groups were looked at: values and ranges of {found.Columns} columns, and pairs of them."),
            found.Slices.Count == 0
                ? words.Say($"None does worse than all other test rows by more than chance, at {at} confidence for all of them together.")
                : words.Say(
                    found.Slices.Count,
                    $"One does worse than all other test rows by more than chance, at {at} confidence for all of them together.",
                    $"{found.Slices.Count} do worse than all other test rows by more than chance, at {at} confidence for all of them together."));
    }

    private static TableColumn[] Columns(SliceFindings found, ReportWords words)
    {
        var loss = found.Loss == "log_loss" ? words.Metric(found.Loss) : words.Say("squared error");
        return
        [
            new(words.Say("group")),
            new(words.Say("rows"), true),
            new(loss, true),
            new(words.Say($"{loss} of the rest"), true),
            new(words.Say("effect"), true),
            new(words.Say("adjusted p"), true),
        ];
    }

    private static string[] Row(FoundSlice slice, ModelEvidence model, ReportWords words) =>
    [
        words.List(slice.Columns.Select((column, i) => words.Say($"{column} is {Value(column, slice.Values[i], model, words)}"))),
        words.Count(slice.Rows),
        words.Number(slice.Loss),
        words.Number(slice.RestLoss),
        words.Number(slice.Effect),
        words.Number(slice.PValue),
    ];

    private static string Value(string column, string? value, ModelEvidence model, ReportWords words) => value switch
    {
        null => words.Say("missing"),
        "" => words.Say("(empty)"),
        _ => model.IsSensitive(column) ? words.Say($"number {value} (sensitive)") : value,
    };
}
