using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Document;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting;

/// <summary><c>report.html</c>: one file without references, readable without JavaScript and better with it. Its markup is well-formed XML.</summary>
internal static class HtmlReport
{
    private static readonly string[] First = ["data", "features", "split", "training"];

    public static string Render(ModelEvidence model) => Render(model, ReportWords.English);

    public static string Render(ModelEvidence model, ReportWords words)
    {
        var sections = InOrder(ReportSections.Of(model, words));
        var header = HtmlChecklist.Header(model, HtmlPage.Targets(sections), words);
        return HtmlPage.Of(Headline.Of(model, words), header, sections, model.Data.Files.Select(file => file.Path), words);
    }

    // A page is read from what went in to what came out; the short report begins with the metrics.
    private static List<ReportSection> InOrder(IReadOnlyList<ReportSection> sections) =>
        [.. sections.OrderBy(section => Array.IndexOf(First, section.Id) is var at && at < 0 ? First.Length : at)];
}
