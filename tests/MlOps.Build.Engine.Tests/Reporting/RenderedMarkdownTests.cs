using System.Xml;
using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>
/// <c>report.md</c> and <c>model-card.md</c> as marked, another reader of GitHub's Markdown than the one of <see cref="MarkdownReportTests"/>,
/// shows them. The HTML is read as XML, so a fold that is not closed is an error.
/// </summary>
public sealed class RenderedMarkdownTests(MarkdownPages pages) : IClassFixture<MarkdownPages>
{
    private static readonly string[] Elements =
    [
        "body", "h1", "h2", "h3", "p", "ul", "li", "input", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "details", "summary",
    ];

    private static readonly string[] Attributes = ["align", "checked", "disabled", "type"];

    public static TheoryData<string> Names => [.. MarkdownPages.Names];

    public static TheoryData<int> Hostile => [.. Enumerable.Range(0, HostileNames.All.Count)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_page_is_text_lists_tables_and_folds_and_nothing_else(string name)
    {
        var page = Page(name);
        page.DescendantsAndSelf().Select(element => element.Name.LocalName).Except(Elements).ShouldBeEmpty();
        page.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).Except(Attributes).ShouldBeEmpty();
        page.Descendants("table").ShouldAllBe(table => table.Descendants("tr").All(row => row.Elements().Count() == table.Descendants("th").Count()));
        page.Descendants("details").ShouldAllBe(fold => fold.Elements("summary").Count() == 1 && fold.Elements().First().Name == "summary");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_name_gives_the_page_that_a_plain_one_gives(int index)
    {
        Shape(Page($"hostile-{index}")).ShouldBe(Shape(Page("plain")));
        Shape(Page($"hostile-{index} card")).ShouldBe(Shape(Page("plain card")));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_name_stands_in_one_cell_as_it_is_shown_elsewhere(int index)
    {
        var name = HostileNames.All.ElementAt(index).Data;
        var shown = SafeText.Of(name, 90).Trim();
        var plain = Cells(Page("plain")).Index().Where(cell => cell.Item == "plain").Select(cell => cell.Index).ToList();
        var cells = Cells(Page($"hostile-{index}"));
        plain.Count.ShouldBeGreaterThan(8);
        plain.Select(i => cells[i]).ShouldAllBe(cell => cell == shown || (name.Length == 0 && cell == "(empty)"));
    }

    [Fact]
    public void The_verdict_is_the_title_and_the_sections_follow_in_order()
    {
        var page = Page("birdstrikes");
        page.Elements().First().Name.LocalName.ShouldBe("h1");
        page.Elements("h1").Single().Value.ShouldBe("birdstrikes: undecided, 1 of 6 could not be decided");
        page.Elements("h2").Select(heading => heading.Value).ShouldBe(
            ["Data", "Split", "Metrics", "On the test rows", "Groups", "Importances", "Drift", "Training", "Features", "Environment"]);
        page.Elements().TakeWhile(element => element.Name != "h2").Select(element => element.Name.LocalName).ShouldBe(["h1", "p", "ul"]);
    }

    [Fact]
    public void The_checklist_is_a_task_list_with_the_failed_first()
    {
        var model = SampleReports.Penguins();
        var items = Page("penguins").Elements("ul").First().Elements("li").ToList();
        items.Select(item => item.Elements("input").Single().Attribute("checked") is not null)
            .ShouldBe(model.Gate.Items.Select(item => item.Verdict == Verdict.Pass).Order());
        items.Descendants("input").ShouldAllBe(box => box.Attribute("type")!.Value == "checkbox" && box.Attribute("disabled") != null);
        items[0].Value.Trim().ShouldStartWith("Failed: Balanced");
    }

    [Fact]
    public void The_reader_sees_a_fold_that_is_not_closed() =>
        Should.Throw<XmlException>(() => MarkdownRenderer.Parse("<details><summary>a</summary><p>b</p>"));

    private XElement Page(string name)
    {
        MarkdownRenderer.SkipIfAbsent();
        return pages[name];
    }

    private static string Shape(XElement page) => string.Join(' ', page.Descendants().Select(element => element.Name.LocalName));

    private static List<string> Cells(XElement page) => [.. page.Descendants("td").Select(cell => cell.Value)];
}
