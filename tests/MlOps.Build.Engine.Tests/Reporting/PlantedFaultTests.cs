using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>The checks of the page can fail: each fault that is planted in copies of it is found.</summary>
public sealed class PlantedFaultTests
{
    private const string Picture = "birdstrikes-en";

    [Fact]
    public void The_browser_finds_every_planted_fault()
    {
        ReportBrowser.SkipIfAbsent();
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MLOPS_APPROVE") == "1", "A page with a fault is not to be approved.");
        var html = HtmlReport.Render(SampleReports.Birdstrikes(), ReportWords.In(ReportLanguage.English));
        var pages = PlantedFault.Pages(html, Picture);
        var found = ReportBrowser.Check([.. pages.Values]);
        var missed = PlantedFault.All
            .Select(fault => (Fault: fault, Problems: found[pages[fault.Page].Name]))
            .Where(pair => !pair.Problems.Any(problem => problem.Contains(pair.Fault.Says, StringComparison.Ordinal)))
            .Select(pair => $"{pair.Fault.Name}: '{pair.Fault.Says}' is not among [{string.Join("; ", pair.Problems)}]");
        missed.ShouldBeEmpty();
    }
}
