using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class MarkdownReportTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    [Fact]
    public void The_verdict_is_the_first_line_and_the_checklist_comes_before_any_table()
    {
        var text = MarkdownReport.Render(SampleReports.Birdstrikes());
        text.ShouldStartWith("# birdstrikes: undecided, 1 of 6 could not be decided\n");
        var blocks = Markdown.Parse(text, GitHub).ToList();
        blocks.FindIndex(block => block is ListBlock).ShouldBe(2);
        ((ListBlock)blocks[2]).Descendants<TaskList>().Count().ShouldBe(6);
        text.ShouldContain("- [x] Area under the ROC curve on the test split: ROC AUC **0.774** [0.748, 0.800], at least 0.70\n");
        text.ShouldContain("- [ ] The model's owner has read the report: not signed off yet\n");
    }

    [Fact]
    public void The_report_says_that_two_learners_tie_when_they_do()
    {
        var text = MarkdownReport.Render(SampleReports.Birdstrikes());
        text.ShouldContain("On PR AUC the model is better than the naive baseline: +0.182");
        text.ShouldContain("On PR AUC no difference is shown between the model and Logistic regression: +0.004");
    }

    [Fact]
    public void A_lower_rmse_is_better() =>
        MarkdownReport.Render(SampleReports.Diamonds()).ShouldContain("On RMSE the model is better than the naive baseline: -3,441");

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public void Names_from_data_break_no_table_and_become_no_markup(string name)
    {
        var plain = Shape(SampleReports.Hostile("plain"));
        Shape(SampleReports.Hostile(name)).ShouldBe(plain);
    }

    [Fact]
    public void A_report_on_300_features_and_10_000_items_stays_short()
    {
        var model = SampleReports.Huge();
        var text = MarkdownReport.Render(model);
        text.Length.ShouldBeLessThan(65_000);
        text.ShouldStartWith("# birdstrikes: not ready, 10,000 of 10,000 failed\n");
        text.ShouldContain("Left out here to stay short");
        AssertTables(Markdown.Parse(text, GitHub));
    }

    // What a reader's Markdown makes of the report: blocks, rows and cells, and every inline that is more than text.
    private static string Shape(ModelEvidence model)
    {
        var document = Markdown.Parse(MarkdownReport.Render(model), GitHub);
        AssertTables(document);
        document.Descendants<LinkInline>().ShouldBeEmpty();
        document.Descendants<AutolinkInline>().ShouldBeEmpty();
        document.Descendants<HtmlInline>().ShouldAllBe(html =>
            html.Tag == "<!-- -->" || html.Tag.Contains("summary") || html.Tag.Contains("details"));
        var blocks = document.Descendants<Block>().Select(block => block.GetType().Name);
        var inlines = document.Descendants<Inline>()
            .Where(inline => inline is EmphasisInline or CodeInline)
            .Select(inline => inline.GetType().Name);
        return string.Join(' ', blocks.Concat(inlines));
    }

    private static void AssertTables(MarkdownDocument document) =>
        document.Descendants<Table>().ShouldAllBe(table =>
            table.OfType<TableRow>().All(row => row.Count == table.OfType<TableRow>().First().Count));
}
