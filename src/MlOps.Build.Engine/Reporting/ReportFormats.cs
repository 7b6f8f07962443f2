using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Evidence;

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
    };

    /// <summary>The document, the same that a build writes.</summary>
    public static string Render(this ReportFormat format, ModelEvidence evidence) => format switch
    {
        ReportFormat.Markdown => MarkdownReport.Render(evidence),
        ReportFormat.Html => HtmlReport.Render(evidence),
        ReportFormat.Json => EvidenceJson.Write(evidence),
        ReportFormat.Card => ModelCard.Render(evidence),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
