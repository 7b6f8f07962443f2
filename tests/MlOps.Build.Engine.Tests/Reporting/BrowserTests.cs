using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>
/// The page in Chromium: no violation that axe-core finds in light and dark, nothing wider than the page at 400, 800 and 1280 px, no text
/// upon text in a plot, every control within reach of the keyboard, all of it there without JavaScript and on paper, and the approved
/// pictures. tests/browser says how each is looked at.
/// </summary>
public sealed class BrowserTests(ReportPages pages) : IClassFixture<ReportPages>
{
    public static TheoryData<string> Names => [.. ReportPages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_browser_finds_nothing_wrong_with_the_page(string name)
    {
        ReportBrowser.SkipIfAbsent();
        pages.ProblemsOf(name).ShouldBeEmpty();
    }
}
