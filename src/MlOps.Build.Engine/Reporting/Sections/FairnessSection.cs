using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How differently groups are treated.</summary>
internal static class FairnessSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var blocks = model.Evaluation.Fairness.SelectMany(item => Blocks(item, model, words)).ToList();
        if (blocks.Count > 0)
            blocks.Insert(0, new Paragraph(words.Say("What counts is who is called positive at the threshold. Differences are between the groups furthest apart, so they are above 0 by chance too.")));
        return new ReportSection("fairness", words.Say("Fairness"), 51, blocks);
    }

    private static IEnumerable<ReportBlock> Blocks(FairnessEvaluation fairness, ModelEvidence model, ReportWords words)
    {
        var names = SliceSection.Names([.. fairness.Groups.Select(group => group.Value)], model.IsSensitive(fairness.Column), words);
        yield return new ReportTable(
            [
                new(fairness.Column),
                new(words.Say("rows"), true),
                new(words.Say("called positive"), true),
                new(words.Say("of the positive ones"), true),
                new(words.Say("of the negative ones"), true),
            ],
            [.. fairness.Groups.Select((group, i) => Row(group, names[i], words))]);
        yield return new ReportTable(
            [new(fairness.Column), new(words.Say("value"), true), new(words.Say("when all are treated alike"), true)],
            [.. fairness.Metrics.Select(metric => new[] { Name(metric.Name, words), MetricText.Of(metric, words), Equal(metric.Name, words) })]);
    }

    private static string[] Row(FairnessGroup group, string name, ReportWords words) =>
    [
        name,
        words.Count(group.Rows),
        words.Percent(group.SelectionRate),
        Rate(group.TruePositiveRate, words),
        Rate(group.FalsePositiveRate, words),
    ];

    private static string Rate(double? rate, ReportWords words) => rate is { } value ? words.Percent(value) : words.Say("not defined");

    private static string Equal(string metric, ReportWords words) => words.Count(metric == "disparate_impact" ? 1 : 0);

    private static string Name(string metric, ReportWords words) => metric switch
    {
        "demographic_parity_difference" => words.Say("demographic parity difference"),
        "disparate_impact" => words.Say("disparate impact (ratio)"),
        "equal_opportunity_difference" => words.Say("equal opportunity difference"),
        _ => words.Say("equalized odds difference"),
    };
}
