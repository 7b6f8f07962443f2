using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>Where values are missing, and which columns lack them together.</summary>
internal static class MissingSection
{
    // Below this two columns lack values together hardly more often than by chance.
    private const double Least = 0.1;

    public static ReportSection Of(DataReportModel model, ReportWords words) =>
        new("missing", words.Say("Missing values"), 0, model.Relations.Missing is { } pattern ? [.. Blocks(pattern, model.Profile.Rows, words)] : []);

    private static IEnumerable<ReportBlock> Blocks(MissingPattern pattern, long rows, ReportWords words)
    {
        yield return new FigureRow([Matrix(pattern, rows, words)]);
        var together = pattern.Together.Where(pair => Math.Abs(pair.Value) >= Least).ToList();
        if (together.Count == 0)
            yield break;
        var strongest = together[0];
        yield return new Paragraph(strongest.Value > 0
            ? words.Say($"{strongest.First} and {strongest.Second} lack values in the same rows more than any other two columns: {words.Number(strongest.Value, 2)}, where 1 means always together.")
            : words.Say($"{strongest.First} and {strongest.Second} lack values in different rows more than any other two columns: {words.Number(strongest.Value, 2)}, where -1 means one or the other."));
        yield return new Fold(words.Say("Columns that lack values together, or one instead of the other"),
            [
                new ReportTable(
                    [new(words.Say("column")), new(words.Say("with")), new(words.Say("correlation of missing"), true)],
                    [.. together.Select(pair => new[] { pair.First, pair.Second, words.Signed(pair.Value, 3) })]),
            ]);
    }

    private static Figure Matrix(MissingPattern pattern, long rows, ReportWords words)
    {
        var emptiest = pattern.Columns.MaxBy(column => column.Counts.Sum())!;
        var sentence = words.Sentences(
            pattern.Incomplete > pattern.Columns.Count
                ? words.Say($"The {pattern.Columns.Count} of {pattern.Incomplete} incomplete columns that lack most, in blocks of {words.Count(pattern.RowsPerBlock)} rows from first to last: the darker, the more are missing.")
                : words.Say(
                    pattern.Incomplete,
                    $"One column lacks values, shown in blocks of {words.Count(pattern.RowsPerBlock)} rows from first to last: the darker, the more are missing.",
                    $"{pattern.Incomplete} columns lack values, shown in blocks of {words.Count(pattern.RowsPerBlock)} rows from first to last: the darker, the more are missing."),
            words.Say($"{emptiest.Name} lacks most: {words.Count(emptiest.Counts.Sum())} of {words.Count(rows)} rows ({words.Percent(emptiest.Counts.Sum() / (double)rows)})."));
        return new Figure
        {
            Id = "missing-matrix",
            Title = words.Say("Missing values by column and row"),
            Sentence = sentence,
            Plot = MissingPlot.Of(pattern, rows, sentence, words),
            Wide = true,
        };
    }
}
