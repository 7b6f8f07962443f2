using MlOps.Build.Engine.Reporting.DataReports;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting.DataReports;

/// <summary>The data's pages, opened once in a browser for all tests of them.</summary>
public sealed class DataReportPages
{
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> _problems = new(() => ReportBrowser.Check(All().ToList()));

    public static IEnumerable<string> Names => All().Select(page => page.Name);

    /// <summary>Enough columns for a search box.</summary>
    internal static DataReportModel Indexed { get; } = SampleDataReports.Wide(20, 60);

    /// <summary>What is wrong with a page.</summary>
    internal IReadOnlyList<string> ProblemsOf(string name) => _problems.Value[name];

    private static IEnumerable<BrowserPage> All()
    {
        foreach (var language in ReportLanguage.All)
        {
            yield return Page($"data-credit-{language.Code}", SampleDataReports.Credit(), language) with
            {
                Axe = true,
                Keyboard = language == ReportLanguage.English,
                Pictures = language == ReportLanguage.English,
            };
        }

        yield return Page("data-indexed", Indexed) with { Keyboard = true };
        yield return Page("data-weather", SampleDataReports.Weather()) with { Axe = true };
        yield return Page("data-wide", SampleDataReports.Wide(300, 60));
        foreach (var (i, name) in HostileNames.InABrowser.Index())
            yield return Page($"data-hostile-{i}", SampleDataReports.Hostile(name));
    }

    private static BrowserPage Page(string name, DataReportModel model, ReportLanguage? language = null) =>
        new(name, DataReport.Render(model, ReportWords.In(language ?? ReportLanguage.English)));
}
