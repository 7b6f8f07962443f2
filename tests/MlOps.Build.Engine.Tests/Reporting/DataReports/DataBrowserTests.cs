using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting.DataReports;

/// <summary>What <see cref="BrowserTests"/> asks of the report, asked of the data's page; the same planted faults show that it can be found.</summary>
public sealed class DataBrowserTests(DataReportPages pages) : IClassFixture<DataReportPages>
{
    public static TheoryData<string> Names => [.. DataReportPages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_browser_finds_nothing_wrong_with_the_page(string name)
    {
        ReportBrowser.SkipIfAbsent();
        pages.ProblemsOf(name).ShouldBeEmpty();
    }
}
