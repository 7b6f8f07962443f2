using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates;
using MlOps.Build.Engine.Reporting.Document;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What went into the model, and what was left out and why.</summary>
internal static class FeatureSection
{
    public static ReportSection Of(ModelEvidence model)
    {
        var features = model.Features;
        var blocks = new List<ReportBlock> { new Paragraph(Summary(features)) };
        if (features.Excluded.Count > 0)
            blocks.Add(new ReportTable([new("left out"), new("why"), new("declared at")], [.. features.Excluded.Select(Row)]));
        var used = new ReportTable(
            [new("column"), new("becomes"), new("inputs", true)],
            [.. features.Columns.Select(column => Row(column, model))]);
        blocks.Add(new Fold($"The {features.Columns.Count} columns that went in", [used]));
        if (features.Leakage.Count > 0)
            blocks.Add(new Fold("How well single columns predict the label", [Leakage(features.Leakage)]));
        return new ReportSection("features", "Features", 20, blocks);
    }

    private static string Summary(FeatureSummary features)
    {
        var left = features.Excluded.Count switch
        {
            0 => "no column was left out",
            1 => "one column was left out",
            var count => $"{count} columns were left out",
        };
        var leak = features.Leakage is [var worst, ..]
            ? $" The best single column, {worst.Column}, alone reaches {Measure(worst.Measure)} {NumberText.Of(worst.Value)}."
            : "";
        return $"{features.Columns.Count} columns became {NumberText.Count(features.Inputs.Count)} inputs; {left}.{leak}";
    }

    private static string Measure(string measure) => measure == "r2" ? "R\u00B2" : "AUC";

    private static string[] Row(ExcludedColumn column) => [column.Column, column.Reason, column.Position.ToString()];

    // A transformation may hold values that were learned, such as the most frequent one.
    private static string[] Row(FeatureColumnSummary column, ModelEvidence model) =>
    [
        column.Column,
        column.Sources.Any(model.IsSensitive) ? "sensitive, not shown" : SafeText.Of(string.Join(", ", column.Transformations)),
        NumberText.Count(column.InputCount),
    ];

    private static ReportTable Leakage(IReadOnlyList<LeakageScore> scores) => new([new("column"), new("measure"), new("alone", true)],
        [.. scores.Select(score => new[] { score.Column, Measure(score.Measure), NumberText.Of(score.Value) })]);
}
