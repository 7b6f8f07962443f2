using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>The rules that are broken, with the first rows that break them.</summary>
internal static class DataRuleSection
{
    private const int MostBroken = 200;

    public static ReportSection Of(DataReportModel model, ReportWords words)
    {
        var data = model.Summary with { Violations = [.. model.Summary.Violations.Select(violation => Masked(violation, model))] };
        var blocks = new List<ReportBlock> { new Paragraph(Sentence(data, words)) };
        if (data.Violations.Count > 0)
        {
            blocks.Add(DataSection.Violations(data with { Violations = [.. data.Violations.Take(MostBroken)] }, words));
            blocks.Add(Rows(model, [.. data.Violations.Take(MostBroken)], words));
        }

        return new ReportSection("rules", words.Say("Rules"), 0, blocks);
    }

    // What a sensitive column may hold is as sensitive as what it holds.
    private static Violation Masked(Violation violation, DataReportModel model) =>
        model.IsSensitive(violation.Column) ? violation with { Rule = violation.Code } : violation;

    private static string Sentence(DataSummary data, ReportWords words) => words.Sentences(
        words.Say($"{ReportWords.Capital(DataHeader.Verdict(data, words))}."),
        data.Violations.Count > MostBroken ? words.Say($"The first {MostBroken} of them:") : "");

    private static Fold Rows(DataReportModel model, IReadOnlyList<Violation> violations, ReportWords words) => new(words.Say("The first rows that break each rule"),
        [
            new ReportTable(
                [new(words.Say("row")), new(words.Say("column")), new(words.Say("rule")), new(words.Say("value"))],
                [
                    .. violations.SelectMany(violation => violation.Examples.Select(row => new[]
                    {
                        $"{row.File}({row.Line})", violation.Column ?? words.Say("the table"), words.Echo(violation.Rule), Value(violation, row, model, words),
                    })),
                ]),
        ]);

    private static string Value(Violation violation, ViolationExample row, DataReportModel model, ReportWords words) => violation.Column switch
    {
        null => row.Value ?? "",
        { } column when model.IsSensitive(column) => words.Say("sensitive, not shown"),
        _ => row.Value ?? words.Say("missing"),
    };
}
