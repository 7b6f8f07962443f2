using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Evidence;
using MlOps.Build.Engine.Reporting.JUnit;
using MlOps.Build.Engine.Reporting.Sarif;

namespace MlOps.Build.Engine.Reporting;

/// <summary>The formats by the names that the command line has for them.</summary>
internal static class ReportFormats
{
    public static IReadOnlyDictionary<string, ReportFormat> ByName { get; } = new Dictionary<string, ReportFormat>(StringComparer.Ordinal)
    {
        ["md"] = ReportFormat.Markdown,
        ["html"] = ReportFormat.Html,
        ["json"] = ReportFormat.Json,
        ["card"] = ReportFormat.Card,
        ["sarif"] = ReportFormat.Sarif,
        ["junit"] = ReportFormat.JUnit,
    };

    /// <summary>The document, the same that a build writes.</summary>
    public static string Render(this ReportFormat format, ModelEvidence evidence, ReportOptions options) => format switch
    {
        ReportFormat.Markdown => MarkdownReport.Render(evidence, options.Words),
        ReportFormat.Html => HtmlReport.Render(evidence, options.Words),
        ReportFormat.Json => EvidenceJson.Write(evidence),
        ReportFormat.Card => ModelCard.Render(evidence, options.Words),
        ReportFormat.Sarif => SarifReport.Render(evidence, options.Folder),
        ReportFormat.JUnit => JUnitReport.Render(evidence, options.UndecidedFails),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
