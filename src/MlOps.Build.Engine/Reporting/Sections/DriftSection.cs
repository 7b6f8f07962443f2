using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How the inputs differ: validation and test rows from the training rows, these from the champion's.</summary>
internal static class DriftSection
{
    private const int MostRowsOpen = 12;

    public static ReportSection Of(ModelEvidence model, ReportWords words) =>
        new("drift", words.Say("Drift"), 45, model.Drift is { Comparisons.Count: > 0 } drift ? Blocks(drift, words) : []);

    private static List<ReportBlock> Blocks(DriftSummary drift, ReportWords words)
    {
        var blocks = drift.Comparisons.Select(comparison => (ReportBlock)new Paragraph(Sentence(comparison, words))).ToList();
        blocks.Add(new Paragraph(words.Say($"A column drifts when its population stability index (PSI) is at least {words.Number(drift.Limit, 2)} "
            + $"and chance alone would rarely do it (p below {words.Number(drift.Significance, 2)}); below {words.Number(0.1, 1)} little has changed.")));
        var compared = drift.Comparisons.Where(comparison => comparison.Columns.Count > 0).ToList();
        if (compared.Count == 0)
            return blocks;
        var table = Overview(compared, words);
        blocks.Add(table.Rows.Count > MostRowsOpen ? new Fold(words.Say($"PSI of {table.Rows.Count} columns"), [table]) : table);
        blocks.AddRange(compared.Select(comparison => new Fold(
            words.Say($"Every measure: {Title(comparison, words)}"), [Measures(comparison, words), .. LeftOut(comparison, words)])));
        return blocks;
    }

    private static string Sentence(DriftComparison comparison, ReportWords words)
    {
        var title = ReportWords.Capital(Title(comparison, words));
        if (comparison.NotCompared is { } reason)
            return words.Say($"{title}: not compared, {words.Echo(reason)}.");
        if (comparison.Columns.Where(column => column.Psi is not null).MaxBy(column => column.Psi) is not { } worst)
            return words.Say($"{title}: no column could be compared.");
        var largest = words.Say($"the largest PSI is {words.Number(worst.Psi!.Value)} ({worst.Column})");
        return words.Say(
            comparison.Drifting,
            $"{title}: {comparison.Drifting} of {comparison.Compared} columns drifts; {largest}.",
            $"{title}: {comparison.Drifting} of {comparison.Compared} columns drift; {largest}.");
    }

    private static string Title(DriftComparison comparison, ReportWords words) => words.Say(comparison.Name switch
    {
        DriftComparison.Champion => "training rows against the champion's",
        DriftComparison.Validation => "validation rows against training rows",
        _ => "test rows against training rows",
    });

    private static ReportTable Overview(List<DriftComparison> comparisons, ReportWords words)
    {
        var columns = comparisons[0].Columns.Select(column => column.Column)
            .OrderByDescending(name => comparisons.Max(comparison => Find(comparison, name)?.Psi ?? 0));
        return new ReportTable(
            [new(words.Say("column")), .. comparisons.Select(comparison => new TableColumn(words.Say($"PSI, {Short(comparison, words)}"), true))],
            [.. columns.Select(name => (string[])[name, .. comparisons.Select(comparison => Cell(Find(comparison, name), words))])])
        { ShortRows = MostRowsOpen };
    }

    private static string Short(DriftComparison comparison, ReportWords words) => words.Say(comparison.Name switch
    {
        DriftComparison.Champion => "champion",
        DriftComparison.Validation => "validation",
        _ => "test",
    });

    private static ColumnDrift? Find(DriftComparison comparison, string name) =>
        comparison.Columns.FirstOrDefault(column => column.Column == name);

    private static string Cell(ColumnDrift? column, ReportWords words) => column switch
    {
        { Psi: { } psi, Drifts: true } => words.Say($"{words.Number(psi)}, drifts"),
        { Psi: { } psi } => words.Number(psi),
        _ => words.Say("not compared"),
    };

    private static ReportTable Measures(DriftComparison comparison, ReportWords words) => new(
        [
            new(words.Say("column")), new("PSI", true), new(words.Say("Jensen-Shannon"), true), new(words.Say("Kolmogorov-Smirnov"), true),
            new("p", true), new(words.Say("missing before"), true), new(words.Say("missing now"), true),
        ],
        [
            .. comparison.Columns.Where(column => column.Psi is not null).OrderByDescending(column => column.Psi).Select(column => new[]
            {
                column.Column, Number(column.Psi, words), Number(column.JensenShannon, words), Number(column.KolmogorovSmirnov, words),
                column.PValue < 0.001 ? "<0.001" : Number(column.PValue, words), Share(column.ReferenceMissing, words), Share(column.Missing, words),
            }),
        ]);

    private static IEnumerable<Paragraph> LeftOut(DriftComparison comparison, ReportWords words)
    {
        foreach (var group in comparison.Columns.Where(column => column.Reason is not null).GroupBy(column => column.Reason!))
            yield return new Paragraph(words.Say($"Not compared, {words.Echo(group.Key)}: {words.List(group.Select(column => column.Column))}."));
    }

    private static string Number(double? value, ReportWords words) => value is { } number ? words.Number(number) : "";

    private static string Share(double? value, ReportWords words) => value is { } share ? words.Percent(share) : "";
}
