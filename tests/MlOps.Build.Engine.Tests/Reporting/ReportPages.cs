using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>The sample reports, opened once in a browser for all tests of the page.</summary>
public sealed class ReportPages
{
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> _problems = new(() => ReportBrowser.Check(All().ToList()));

    /// <summary>The names of the pages.</summary>
    public static IEnumerable<string> Names => All().Select(page => page.Name);

    /// <summary>What is wrong with a page.</summary>
    internal IReadOnlyList<string> ProblemsOf(string name) => _problems.Value[name];

    private static IEnumerable<BrowserPage> All()
    {
        foreach (var language in ReportLanguage.All)
        {
            yield return Page($"birdstrikes-{language.Code}", SampleReports.Birdstrikes(), language) with
            {
                Axe = true,
                Keyboard = language == ReportLanguage.English,
                Pictures = language == ReportLanguage.English,
            };
        }

        yield return Page("penguins", SampleReports.Penguins()) with { Axe = true };
        yield return Page("diamonds", SampleReports.Diamonds()) with { Axe = true };
        yield return Page("changed", SampleReports.Changed()) with { Axe = true };
        yield return Page("empty", SampleReports.Empty()) with { Axe = true };
        yield return Page("huge", SampleReports.Huge(items: 200));
        foreach (var (i, name) in HostileNames.InABrowser.Index())
            yield return Page($"hostile-{i}", SampleReports.Hostile(name));
    }

    private static BrowserPage Page(string name, ModelEvidence model, ReportLanguage? language = null) =>
        new(name, HtmlReport.Render(model, ReportWords.In(language ?? ReportLanguage.English)));
}
