using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What went into the model, and what was left out and why.</summary>
internal static class FeatureSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var features = model.Features;
        var blocks = new List<ReportBlock> { new Paragraph(Summary(features, words)) };
        if (features.Excluded.Count > 0)
            blocks.Add(Excluded(features, words));
        var used = new ReportTable(
            [new(words.Say("column")), new(words.Say("becomes")), new(words.Say("inputs"), true)],
            [.. features.Columns.Select(column => Row(column, model, words))]);
        blocks.Add(new Fold(words.Say($"The {features.Columns.Count} columns that went in"), [used]));
        if (features.Leakage.Count > 0)
            blocks.Add(new Fold(words.Say("How well single columns predict the label"), [Leakage(features.Leakage, words)]));
        return new ReportSection("features", words.Say("Features"), 20, blocks);
    }

    private static string Summary(FeatureSummary features, ReportWords words)
    {
        var count = features.Excluded.Count;
        var left = count == 0
            ? words.Say("no column was left out")
            : words.Say(count, $"one column was left out", $"{count} columns were left out");
        return words.Sentences(
            words.Say($"{features.Columns.Count} columns became {features.Inputs.Count} inputs; {left}."),
            features.Leakage is [var worst, ..] ? Best(worst, words) : "");
    }

    private static string Best(LeakageScore worst, ReportWords words) =>
        words.Say($"The best single column, {worst.Column}, alone reaches {Measure(worst.Measure)} {words.Number(worst.Value)}.");

    private static string Measure(string measure) => measure == "r2" ? "R\u00B2" : "AUC";

    private static ReportTable Excluded(FeatureSummary features, ReportWords words) => new(
        [new(words.Say("left out")), new(words.Say("why")), new(words.Say("declared at"))],
        [
            .. features.Excluded.Select(column => new[]
            {
                column.Column,
                words.Echo(column.Reason),
                column.Position.ToString(),
            }),
        ]);

    // A transformation may hold values that were learned, such as the most frequent one.
    private static string[] Row(FeatureColumnSummary column, ModelEvidence model, ReportWords words) =>
    [
        column.Column,
        column.Sources.Any(model.IsSensitive)
            ? words.Say("sensitive, not shown")
            : SafeText.Of(words.List(column.Transformations.Select(words.Echo))),
        words.Count(column.InputCount),
    ];

    private static ReportTable Leakage(IReadOnlyList<LeakageScore> scores, ReportWords words) => new(
        [new(words.Say("column")), new(words.Say("measure")), new(words.Say("alone"), true)],
        [.. scores.Select(score => new[] { score.Column, Measure(score.Measure), words.Number(score.Value) })]);
}
