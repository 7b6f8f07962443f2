using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>The checks of the page can fail: each fault that is planted in a copy of it is found.</summary>
public sealed class PlantedFaultTests
{
    private const string Picture = "birdstrikes-en";

    [Fact]
    public void The_browser_finds_every_planted_fault()
    {
        ReportBrowser.SkipIfAbsent();
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MLOPS_APPROVE") == "1", "A page with a fault is not to be approved.");
        var html = HtmlReport.Render(SampleReports.Birdstrikes(), ReportWords.In(ReportLanguage.English));
        var pages = PlantedFault.All.Select(fault => fault.Plant(html, Picture)).ToList();
        var found = ReportBrowser.Check(pages);
        var missed = PlantedFault.All.Zip(pages)
            .Where(pair => !found[pair.Second.Name].Any(problem => problem.Contains(pair.First.Says, StringComparison.Ordinal)))
            .Select(pair => $"{pair.First.Name}: '{pair.First.Says}' is not among [{string.Join("; ", found[pair.Second.Name])}]");
        missed.ShouldBeEmpty();
    }
}
