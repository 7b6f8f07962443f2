using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Which rules of the data contract changed since an earlier version, and what they let in.</summary>
internal static class ContractDiffSection
{
    private const int MostRules = 20;

    public static ReportSection Of(ModelEvidence model, ReportWords words) =>
        new("contract-diff", words.Say("Changes of the contract"), 54, model.ContractDiff is { } diff ? [.. Blocks(diff, words)] : []);

    private static IEnumerable<ReportBlock> Blocks(ContractDiff diff, ReportWords words)
    {
        if (diff.Changes.Count == 0)
        {
            yield return new Paragraph(words.Say($"Compared with {diff.Reference}, no rule changed."));
            yield break;
        }

        yield return new Paragraph(words.Say(
            $"Compared with {diff.Reference}: {Count(diff, ContractChangeKind.Looser)} rules looser, {Count(diff, ContractChangeKind.Tighter)} tighter, {Count(diff, ContractChangeKind.Other)} otherwise changed."));
        yield return new ReportTable(
            [new(words.Say("change")), new(words.Say("column")), new(words.Say("rule")), new(words.Say("before")), new(words.Say("now")), new(words.Say("rows let in"), true)],
            [.. diff.Changes.Select(change => Row(change, words))])
        { ShortRows = MostRules };
    }

    private static string[] Row(ContractChange change, ReportWords words) =>
    [
        Kind(change.Kind, words),
        change.Column ?? words.Say("the table"),
        change.Rule,
        change.Before ?? "",
        change.After ?? "",
        change.LetsIn is not { } rows ? "" : change.First is { } first ? $"{words.Count(rows)} ({first})" : words.Count(rows),
    ];

    private static string Kind(ContractChangeKind kind, ReportWords words) => kind switch
    {
        ContractChangeKind.Looser => words.Say("looser"),
        ContractChangeKind.Tighter => words.Say("tighter"),
        _ => words.Say("other"),
    };

    private static int Count(ContractDiff diff, ContractChangeKind kind) => diff.Changes.Count(change => change.Kind == kind);
}
