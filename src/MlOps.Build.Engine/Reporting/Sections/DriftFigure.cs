using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Plots;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>The columns that moved most, as pairs of small histograms.</summary>
internal static class DriftFigure
{
    private const int MostColumns = 12;

    /// <summary>Null when no column has bins to draw.</summary>
    public static Figure? Of(DriftComparison comparison, ReportWords words)
    {
        var drawn = comparison.Columns.Where(column => Fits(column.ReferenceCounts, column.Counts))
            .OrderByDescending(column => column.Drifts).ThenByDescending(column => column.Psi).ToList();
        if (drawn.Count == 0)
            return null;
        var sentence = drawn.Count > MostColumns
            ? words.Say($"The {MostColumns} of {drawn.Count} columns that moved most: the reference at the left, the rows compared with it at the right.")
            : words.Say("The columns that moved most come first: the reference at the left, the rows compared with it at the right.");
        return new Figure
        {
            Id = comparison.Name == DriftComparison.Files ? "data-distributions" : "drift-distributions",
            Title = words.Say($"Distributions, {DriftWords.Title(comparison, words)}"),
            Sentence = words.Sentences(sentence, words.Say("Each histogram has its own scale.")),
            Plot = SparkPlot.Of([.. drawn.Take(MostColumns).Select(column => (column.Column, column.ReferenceCounts, column.Counts))], sentence),
            Legend = [words.Say("reference"), words.Say("compared rows")],
        };
    }

    // Evidence may come from anywhere.
    private static bool Fits(IReadOnlyList<long>? reference, IReadOnlyList<long>? counts) =>
        reference is { Count: > 0 and <= 64 } && counts is { } && reference.Count == counts.Count && reference.Concat(counts).All(count => count >= 0);
}
