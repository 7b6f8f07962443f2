using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The champion and this model on the same rows: metrics side by side, groups that moved, rows that changed sides.</summary>
internal static class ChampionSection
{
    public static ReportSection Of(ModelEvidence model, ReportWords words)
    {
        var blocks = new List<ReportBlock>();
        if (model.Evaluation.Champion is { } champion)
        {
            blocks.Add(new Paragraph(words.Sentences(Who(champion, words), Seen(champion.Overlap, words), Use(model.Evaluation.TestSet, words))));
            var reference = model.Evaluation.References.FirstOrDefault(item => item.Name == ReferenceEvaluation.Champion && item.NotCompared is null);
            if (reference is not null)
                blocks.AddRange(Compared(model, champion, reference, words));
        }

        return new ReportSection("champion", words.Say("Champion and challenger"), 85, blocks);
    }

    private static IEnumerable<ReportBlock> Compared(
        ModelEvidence model, ChampionComparison champion, ReferenceEvaluation reference, ReportWords words)
    {
        yield return new ReportTable(
            [
                new(words.Say("metric")), new(words.Say("model"), true), new(words.Echo("champion"), true), new(words.Say("difference"), true),
                new(words.Say("ratio"), true), new(words.Say("chance of being worse"), true),
            ],
            [.. model.Evaluation.Metrics.Select(metric => Row(metric, champion, reference, words))]);
        if (champion.Tests.Count > 0)
            yield return new Paragraph(words.Sentences(champion.Tests.Select(test => Test(test, words))));
        foreach (var block in MovedGroups.Of(model, words).Concat(SideBlocks.Of(champion.Sides, model.Evaluation.Rows, words)))
            yield return block;
    }

    private static string Who(ChampionComparison champion, ReportWords words)
    {
        var name = champion is { Version: { } version, Evidence: { } evidence }
            ? words.Say($"The champion is {champion.Package} {version}, evidence {evidence[..Math.Min(12, evidence.Length)]}.")
            : "";
        return champion.NotCompared is { } reason
            ? words.Sentences(name, words.Say($"The {words.Echo("champion")} was not compared: {words.Echo(reason)}."))
            : words.Sentences(
                name,
                words.Say("Its model was run on the same test rows. The chance of being worse is the share of paired resamples in which this model is worse."));
    }

    private static string Seen(ChampionOverlap? overlap, ReportWords words) => overlap is not { Trained: > 0 }
        ? ""
        : words.Say($"{overlap.Trained} of {overlap.Rows} test rows were trained on by the champion.");

    private static string Use(TestSetUse? use, ReportWords words) => use?.Uses is not { } uses
        ? ""
        : words.Say(uses, $"These test rows have judged no other model.", $"These test rows have judged {uses} models.");

    private static string[] Row(MetricValue metric, ChampionComparison champion, ReferenceEvaluation reference, ReportWords words) =>
    [
        words.Metric(metric.Name),
        MetricText.Of(metric, words),
        MetricText.Of(MetricText.Find(reference.Metrics, metric.Name), words),
        MetricText.Signed(MetricText.Find(reference.Differences, metric.Name), words),
        MetricText.Of(MetricText.Find(reference.Ratios, metric.Name), words),
        champion.Metrics.FirstOrDefault(item => item.Name == metric.Name)?.ChanceOfWorse is { } chance ? words.Percent(chance) : "",
    ];

    private static string Test(PairedTest test, ReportWords words)
    {
        if (test is not { PValue: { } value })
            return words.Say($"On {words.Metric(test.Metric)} there is no test: {words.Echo(test.Reason ?? "")}.");
        var p = words.Number(value);
        return test.Name switch
        {
            PairedTest.McNemar => words.Say($"McNemar's test of right and wrong (mid-p, {test.Count} rows that changed sides): p = {p}."),
            PairedTest.DeLong => words.Say($"DeLong's test of the two ROC AUCs: p = {p}."),
            _ => words.Say($"Diebold and Mariano's test of squared errors over {test.Count} moments in time: p = {p}."),
        };
    }
}
