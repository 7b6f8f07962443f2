using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting.DataReports;

/// <summary><c>data-report.html</c>: what the data hold, on a page made as <see cref="HtmlReport"/> makes its own.</summary>
internal static class DataReport
{
    public static string Render(DataReportModel model, ReportWords words)
    {
        var sections = new[]
        {
            DataOverviewSection.Of(model, words),
            DataRuleSection.Of(model, words),
            DataDiffSection.Of(model.Diff, words),
            DriftSection.Of(model.Drift, words),
            MissingSection.Of(model, words),
            CorrelationSection.Of(model, words),
            ColumnSection.Of(model, words),
        }.Where(section => section.Blocks.Count > 0).ToList();
        var title = words.Say($"{SafeText.Of(model.Name)}: {DataHeader.Verdict(model.Summary, words)}");
        return HtmlPage.Of(title, DataHeader.Of(model, words), sections, model.Summary.Files.Select(file => file.Path), words);
    }
}
