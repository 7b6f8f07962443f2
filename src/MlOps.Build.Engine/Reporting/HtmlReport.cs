using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Reporting.Rendering;
using MlOps.Build.Engine.Reporting.Sections;

namespace MlOps.Build.Engine.Reporting;

/// <summary><c>report.html</c>: one file without references, readable without JavaScript. Its markup is well-formed XML.</summary>
internal static class HtmlReport
{
    public static string Render(ModelEvidence model) => Render(model, ReportWords.English);

    public static string Render(ModelEvidence model, ReportWords words) =>
        HtmlPage.Of(model, ReportSections.Of(model, words), words);
}
