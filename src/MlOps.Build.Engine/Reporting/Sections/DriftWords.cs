using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What comparisons of inputs are called, and what is said of them.</summary>
internal static class DriftWords
{
    public static string Title(DriftComparison comparison, ReportWords words) => words.Say(comparison.Name switch
    {
        DriftComparison.Champion => "training rows against the champion's",
        DriftComparison.Validation => "validation rows against training rows",
        DriftComparison.Files => "the data against their reference",
        _ => "test rows against training rows",
    });

    public static string Short(DriftComparison comparison, ReportWords words) => words.Say(comparison.Name switch
    {
        DriftComparison.Champion => "champion",
        DriftComparison.Validation => "validation",
        DriftComparison.Files => "reference",
        _ => "test",
    });

    public static string Sentence(DriftComparison comparison, ReportWords words)
    {
        var title = ReportWords.Capital(Title(comparison, words));
        if (comparison.NotCompared is { } reason)
            return words.Say($"{title}: not compared, {words.Echo(reason)}.");
        if (comparison.Columns.Where(column => column.Psi is not null).MaxBy(column => column.Psi) is not { } worst)
            return words.Say($"{title}: no column could be compared.");
        var largest = words.Say($"the largest PSI is {words.Number(worst.Psi!.Value)} ({worst.Column})");
        var drifting = words.Say(
            comparison.Drifting,
            $"{title}: {comparison.Drifting} of {comparison.Compared} columns drifts; {largest}.",
            $"{title}: {comparison.Drifting} of {comparison.Compared} columns drift; {largest}.");
        return comparison.UndecidedColumns == 0 ? drifting : words.Sentences(drifting, words.Say($"Undecided columns: {comparison.UndecidedColumns}."));
    }

    /// <summary>By what columns are judged.</summary>
    public static IEnumerable<string> Rules(DriftSummary drift, ReportWords words)
    {
        var columns = drift.Comparisons.SelectMany(comparison => comparison.Columns).Where(column => column.Psi is not null && !column.Undecided).ToList();
        if (columns.Count == 0 || columns.Any(column => column.Test is null))
        {
            yield return words.Say($"A column drifts when its population stability index (PSI) is at least {words.Number(drift.Limit, 2)} "
                + $"and chance alone would rarely do it (p below {words.Number(drift.Significance, 2)}); below {words.Number(0.1, 1)} little has changed.");
        }

        if (columns.Any(column => column.Test is not null))
            yield return words.Say("Where a test is named it decides: a p-value below its threshold, or a distance of at least that.");
        if (columns.Any(column => column.Test?.AdjustedPValue is not null))
            yield return words.Say("P-values are corrected for the number of columns (Benjamini and Hochberg), so that of the columns called drifting few are so by chance.");
        if (drift.ShareLimit is { } limit && drift.Comparisons.Any(comparison => comparison.Share is not null))
            yield return words.Say($"All of the data count as drifted from {words.Percent(limit)} of the columns on.");
    }
}
