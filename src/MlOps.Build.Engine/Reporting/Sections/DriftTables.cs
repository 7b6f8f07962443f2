using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>Columns and how they moved, as tables.</summary>
internal static class DriftTables
{
    public static ReportTable Overview(List<DriftComparison> comparisons, int shortRows, ReportWords words)
    {
        var columns = comparisons[0].Columns.Select(column => column.Column)
            .OrderByDescending(name => comparisons.Max(comparison => Find(comparison, name)?.Psi ?? 0));
        return new ReportTable(
            [new(words.Say("column")), .. comparisons.Select(comparison => new TableColumn(words.Say($"PSI, {DriftWords.Short(comparison, words)}"), true))],
            [.. columns.Select(name => (string[])[name, .. comparisons.Select(comparison => Cell(Find(comparison, name), words))])])
        { ShortRows = shortRows };
    }

    /// <summary>Every measure; those columns that no row fills are left out.</summary>
    public static ReportTable Measures(DriftComparison comparison, ReportWords words)
    {
        var compared = comparison.Columns.Where(column => column.Psi is not null).OrderByDescending(column => column.Psi).ToList();
        (TableColumn Head, Func<ColumnDrift, string> Cell)[] all =
        [
            (new(words.Say("column")), column => column.Column),
            (new("PSI", true), column => Number(column.Psi, words)),
            (new(words.Say("effect"), true), column => Number(column.Effect, words)),
            (new(words.Say("test")), column => Test(column, words)),
            (new(words.Say("Jensen-Shannon"), true), column => Number(column.JensenShannon, words)),
            (new(words.Say("Kolmogorov-Smirnov"), true), column => Number(column.KolmogorovSmirnov, words)),
            (new("p", true), column => Probability(column.PValue, words)),
            (new(words.Say("missing before"), true), column => Share(column.ReferenceMissing, words)),
            (new(words.Say("missing now"), true), column => Share(column.Missing, words)),
        ];
        var shown = all.Where((item, i) => i == 0 || compared.Any(column => item.Cell(column).Length > 0)).ToList();
        return new ReportTable([.. shown.Select(item => item.Head)], [.. compared.Select(column => shown.Select(item => item.Cell(column)).ToArray())]);
    }

    public static IEnumerable<Paragraph> LeftOut(DriftComparison comparison, ReportWords words)
    {
        foreach (var group in comparison.Columns.Where(column => column.Reason is not null).GroupBy(column => (column.Undecided, Reason: column.Reason!)))
        {
            var names = words.List(group.Select(column => column.Column));
            yield return new Paragraph(group.Key.Undecided
                ? words.Say($"Undecided, {words.Echo(group.Key.Reason)}: {names}.")
                : words.Say($"Not compared, {words.Echo(group.Key.Reason)}: {names}."));
        }
    }

    private static ColumnDrift? Find(DriftComparison comparison, string name) =>
        comparison.Columns.FirstOrDefault(column => column.Column == name);

    private static string Cell(ColumnDrift? column, ReportWords words) => column switch
    {
        { Undecided: true } => words.Say("undecided"),
        { Psi: { } psi, Drifts: true } => words.Say($"{words.Number(psi)}, drifts"),
        { Psi: { } psi } => words.Number(psi),
        _ => words.Say("not compared"),
    };

    private static string Test(ColumnDrift column, ReportWords words) => column switch
    {
        { Undecided: true } => words.Say("undecided"),
        { Test: { AdjustedPValue: { } adjusted } test } => words.Say($"{test.Method}: p {Probability(test.Score, words)}, corrected {Probability(adjusted, words)}"),
        { Test: { IsPValue: true } test } => words.Say($"{test.Method}: p {Probability(test.Score, words)}"),
        { Test: { } test } => $"{test.Method}: {words.Number(test.Score)}",
        _ => "",
    };

    private static string Number(double? value, ReportWords words) => value is { } number ? words.Number(number) : "";

    private static string Probability(double? p, ReportWords words) => p < 0.001 ? "<0.001" : Number(p, words);

    private static string Share(double? value, ReportWords words) => value is { } share ? words.Percent(share) : "";
}
