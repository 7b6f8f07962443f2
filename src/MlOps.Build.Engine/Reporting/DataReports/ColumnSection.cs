using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary>Every column: an index that can be searched and sorted, and what each holds in a fold.</summary>
internal static class ColumnSection
{
    /// <summary>Columns beyond these stand in <c>profile.json</c> alone: a page is read by people.</summary>
    public const int MostColumns = 500;

    public static ReportSection Of(DataReportModel model, ReportWords words)
    {
        var columns = model.Profile.Columns;
        if (columns.Count == 0)
            return new ReportSection("columns", words.Say("Columns"), 0, []);
        var summary = model.Summary with { Columns = [.. model.Summary.Columns.Take(MostColumns)] };
        var index = DataSection.Profiles(summary, words) with { Targets = [.. summary.Columns.Select((_, i) => Id(i))] };
        var sentence = columns.Count > MostColumns
            ? words.Say($"The first {MostColumns} of {columns.Count} columns; the others are in profile.json.")
            : words.Say("A column's name leads to what it holds, below.");
        return new ReportSection(
            "columns", words.Say("Columns"), 0,
            [new Paragraph(sentence), index, .. columns.Take(MostColumns).Select((column, i) => ColumnDetails.Of(column, i, model, words))]);
    }

    public static string Id(int column) => $"column-{column + 1}";
}
