using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Relations;
using MlOps.Build.Engine.Reporting.DataReports;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Reporting.Sections;

/// <summary>What stands out in the data, in three sentences; the data's own page has the rest.</summary>
internal static class DataHighlights
{
    private const int Most = 3;

    // A weaker relation is nothing to speak of.
    private const double Least = 0.1;

    public static string Of(DataSummary data, ReportWords words)
    {
        var incomplete = data.Columns.Where(column => column.Missing > 0 && data.Rows > 0).OrderByDescending(column => column.Missing).Take(Most)
            .Select(column => $"{column.Name} ({words.Percent(column.Missing / (double)data.Rows)})").ToList();
        var related = data.LabelRelations.Where(relation => RelationFinder.Strength(relation) >= Least).Take(Most)
            .Select(relation => $"{relation.Second} ({CorrelationSection.Value(relation, words)})").ToList();
        return words.Sentences(
            incomplete.Count == 0 ? words.Say("No field is missing.") : words.Say($"Most is missing in {words.List(incomplete)}."),
            related.Count == 0 ? "" : words.Say($"The label goes most with {words.List(related)}."),
            words.Say("The build's data-report.html has each column, missing values and correlations."));
    }
}
