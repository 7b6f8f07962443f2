using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>Which columns go together.</summary>
internal static class CorrelationSection
{
    public static ReportSection Of(DataReportModel model, ReportWords words)
    {
        var found = model.Relations.Correlations;
        return new("correlations", words.Say("Correlations"), 0, found.Strongest.Count == 0 ? [] : [.. Blocks(found, model.Profile.Rows, words)]);
    }

    private static IEnumerable<ReportBlock> Blocks(DataCorrelations found, long rows, ReportWords words)
    {
        yield return new Paragraph(words.Sentences(
            words.Say("Of two numbers or dates: Pearson's coefficient and Spearman's of their ranks. Of two categories: Cramér's V, corrected for its bias (Bergsma, 2013)."),
            words.Say("Of a category and a number: the correlation ratio. Each over the rows in which both have a value; none says what causes what."),
            found.LeftOut > 0 ? words.Say(
                found.LeftOut,
                $"One column was not compared: sensitive, constant, of more than 50 different texts, or beyond the first 300.",
                $"{found.LeftOut} columns were not compared: sensitive, constant, of more than 50 different texts, or beyond the first 300.") : "",
            found.Rows < rows ? words.Say($"Compared on {words.Count(found.Rows)} of {words.Count(rows)} rows, drawn evenly.") : ""));
        if (found.Names.Count > 1)
            yield return new FigureRow([Matrix(found, words)]);
        if (found.Label is { } label && found.WithLabel.Count > 0)
        {
            yield return new Paragraph(words.Say($"What goes with the label's column, {label}:"));
            yield return Table(found.WithLabel, true, words);
        }

        var pairs = Table(found.Strongest, false, words);
        yield return new Fold(words.Say($"The {found.Strongest.Count} strongest pairs"), [pairs]);
    }

    private static Figure Matrix(DataCorrelations found, ReportWords words)
    {
        var strongest = found.Strongest[0];
        var sentence = words.Sentences(
            found.Compared > found.Names.Count
                ? words.Say($"The {found.Names.Count} of {found.Compared} columns with the strongest relations: the darker, the stronger.")
                : words.Say($"Each column with each other: the darker, the stronger."),
            words.Say("Squares rise together, diamonds fall as the other rises."),
            words.Say($"{strongest.First} and {strongest.Second} go together most: {Value(strongest, words)} ({Measure(strongest, words)})."));
        return new Figure
        {
            Id = "correlation-matrix",
            Title = words.Say("Relations of columns"),
            Sentence = sentence,
            Plot = CorrelationPlot.Of(found.Names, found.Matrix, sentence, words),
            Wide = true,
        };
    }

    private static ReportTable Table(IReadOnlyList<ColumnRelation> relations, bool ofLabel, ReportWords words) => new(
        [
            new(words.Say("column")), .. ofLabel ? [] : new[] { new TableColumn(words.Say("with")) },
            new(words.Say("value"), true), new("Spearman", true), new(words.Say("measure")), new(words.Say("rows"), true),
        ],
        [
            .. relations.Select(relation => (string[])
            [
                .. ofLabel ? new[] { relation.Second } : [relation.First, relation.Second],
                Value(relation, words), relation.Spearman is { } spearman ? words.Signed(spearman, 3) : "", Measure(relation, words), words.Count(relation.Rows),
            ]),
        ]);

    /// <summary>Signed where it can be negative.</summary>
    public static string Value(ColumnRelation relation, ReportWords words) =>
        relation.Measure == RelationMeasure.Pearson ? words.Signed(relation.Value, 3) : words.Number(relation.Value, 3);

    private static string Measure(ColumnRelation relation, ReportWords words) => words.Say(relation.Measure switch
    {
        RelationMeasure.Pearson => "Pearson",
        RelationMeasure.CramersV => "Cramér's V",
        _ => "correlation ratio",
    });
}
