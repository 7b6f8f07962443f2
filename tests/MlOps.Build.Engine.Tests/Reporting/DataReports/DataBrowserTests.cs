using System.Text.RegularExpressions;
using MlOps.Build.Engine.Reporting.DataReports;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting.DataReports;

/// <summary>What <see cref="BrowserTests"/> asks of the report, asked of the data's page; the same planted faults show that it can be found.</summary>
public sealed partial class DataBrowserTests(DataReportPages pages) : IClassFixture<DataReportPages>
{
    public static TheoryData<string> Names => [.. DataReportPages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_browser_finds_nothing_wrong_with_the_page(string name)
    {
        ReportBrowser.SkipIfAbsent();
        pages.ProblemsOf(name).ShouldBeEmpty();
    }

    [Fact]
    public void The_browser_finds_a_search_that_leaves_what_its_rows_lead_to()
    {
        ReportBrowser.SkipIfAbsent();
        var html = DataReport.Render(DataReportPages.Indexed, ReportWords.English);
        var broken = Policy().Replace(html, "").Replace("if (fold) fold.hidden = row.hidden;", "", StringComparison.Ordinal);
        broken.Length.ShouldBeLessThan(html.Length - 100);
        ReportBrowser.Check([new BrowserPage("planted", broken) { Layout = false, Keyboard = true }])["planted"].ShouldBe(["a search leaves what its rows lead to"]);
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex Policy();
}
