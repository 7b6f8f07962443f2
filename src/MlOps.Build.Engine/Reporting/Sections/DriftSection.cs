using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>How the inputs differ: validation and test rows from the training rows, these from the champion's.</summary>
internal static class DriftSection
{
    private const int MostRowsOpen = 12;

    public static ReportSection Of(ModelEvidence model, ReportWords words) => Of(model.Drift, words);

    public static ReportSection Of(DriftSummary? summary, ReportWords words) =>
        new("drift", words.Say("Drift"), 45, summary is { Comparisons.Count: > 0 } drift ? Blocks(drift, words) : []);

    private static List<ReportBlock> Blocks(DriftSummary drift, ReportWords words)
    {
        var blocks = drift.Comparisons.Select(comparison => (ReportBlock)new Paragraph(DriftWords.Sentence(comparison, words))).ToList();
        blocks.AddRange(DriftWords.Rules(drift, words).Select(rule => new Paragraph(rule)));
        var compared = drift.Comparisons.Where(comparison => comparison.Columns.Count > 0).ToList();
        if (compared.Count == 0)
            return blocks;
        var table = DriftTables.Overview(compared, MostRowsOpen, words);
        blocks.Add(table.Rows.Count > MostRowsOpen ? new Fold(words.Say($"PSI of {table.Rows.Count} columns"), [table]) : table);
        if (DriftFigure.Of(compared[^1], words) is { } figure)
            blocks.Add(new FigureRow([figure]));
        blocks.AddRange(compared.Select(comparison => new Fold(
            words.Say($"Every measure: {DriftWords.Title(comparison, words)}"),
            [DriftTables.Measures(comparison, words), .. Effects(comparison, words), .. DriftTables.LeftOut(comparison, words)])));
        return blocks;
    }

    private static IEnumerable<Paragraph> Effects(DriftComparison comparison, ReportWords words)
    {
        if (comparison.Columns.Any(column => column.Effect is not null))
        {
            yield return new Paragraph(words.Say("Effect: how far numbers moved on average, in standard deviations of the reference (Wasserstein); "
                + "of other columns the share of rows that would have to hold another value."));
        }
    }
}
