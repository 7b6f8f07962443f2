using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("pp", "ready, 2 of 2 passed")]
    [InlineData("ps", "ready, one sign-off open")]
    [InlineData("pss", "ready, 2 sign-offs open")]
    [InlineData("pus", "undecided, 1 of 3 could not be decided")]
    [InlineData("pfus", "not ready, 1 of 4 failed")]
    [InlineData("", "not judged, the checklist has no items")]
    public void The_worst_of_the_items_speaks(string items, string verdict) =>
        Headline.Verdict(new GateSummary { Items = [.. items.Select(Item)] }, ReportWords.English).ShouldBe(verdict);

    private static GateItem Item(char kind) => new()
    {
        Text = "An item",
        Applies = true,
        Expression = kind == 's' ? null : "auc > 0.5",
        Verdict = kind switch { 'p' => Verdict.Pass, 'f' => Verdict.Fail, _ => Verdict.Undecided },
        Explanation = "as seen",
        Position = default,
    };
}
