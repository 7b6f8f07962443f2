using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>The Markdown of the sample reports, rendered once for all tests.</summary>
public sealed class MarkdownPages
{
    private static readonly Lazy<Dictionary<string, string>> Texts = new(All);

    private readonly Lazy<IReadOnlyDictionary<string, XElement>> _pages = new(() => MarkdownRenderer.Render(Texts.Value));

    /// <summary>The names of the pages.</summary>
    public static IEnumerable<string> Names => Texts.Value.Keys;

    internal XElement this[string name] => _pages.Value[name];

    private static Dictionary<string, string> All()
    {
        var pages = new Dictionary<string, string>();
        Add(pages, "birdstrikes", SampleReports.Birdstrikes());
        Add(pages, "birdstrikes-ja", SampleReports.Birdstrikes(), ReportLanguage.All.Single(language => language.Code == "ja"));
        Add(pages, "penguins", SampleReports.Penguins());
        Add(pages, "diamonds", SampleReports.Diamonds());
        Add(pages, "changed", SampleReports.Changed());
        Add(pages, "empty", SampleReports.Empty());
        Add(pages, "huge", SampleReports.Huge());
        Add(pages, "plain", SampleReports.Hostile("plain"));
        foreach (var (i, row) in HostileNames.All.Index())
            Add(pages, $"hostile-{i}", SampleReports.Hostile(row.Data));
        return pages;
    }

    private static void Add(Dictionary<string, string> pages, string name, ModelEvidence model, ReportLanguage? language = null)
    {
        var words = ReportWords.In(language ?? ReportLanguage.English);
        pages[name] = MarkdownReport.Render(model, words);
        pages[name + " card"] = ModelCard.Render(model, words);
    }
}
