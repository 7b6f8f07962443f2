using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed partial class HtmlReportTests
{
    public static TheoryData<string> Names => ["birdstrikes", "penguins", "diamonds"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_is_well_formed_and_refers_to_nothing_outside(string name)
    {
        var html = HtmlReport.Render(Model(name));
        var page = Parse(html);
        page.Descendants().Attributes("src").ShouldBeEmpty();
        page.Descendants("link").ShouldBeEmpty();
        page.Descendants("script").Count().ShouldBe(1);
        html.ShouldNotContain("://");
        html.ShouldNotContain("url(");
        html.ShouldNotContain("@import");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_has_its_target_and_no_id_is_used_twice(string name)
    {
        var page = Parse(HtmlReport.Render(Model(name)));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        ids.ShouldBeUnique();
        page.Descendants("a").Select(a => a.Attribute("href")!.Value.TrimStart('#')).Except(ids).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes() =>
        HtmlReport.Render(SampleReports.Birdstrikes()).ShouldBe(HtmlReport.Render(SampleReports.Birdstrikes()));

    [Fact]
    public void Every_plot_has_a_sentence_that_also_names_it_to_screen_readers()
    {
        var page = Parse(HtmlReport.Render(SampleReports.Birdstrikes()));
        page.Descendants("figure").Count().ShouldBe(13);
        page.Descendants("figure").ShouldAllBe(figure => figure.Descendants("p").Any(p => p.Value.EndsWith('.')));
        foreach (var svg in page.Descendants("svg"))
        {
            svg.Attribute("role")!.Value.ShouldBe("img");
            svg.Elements().First().Name.LocalName.ShouldBe("title");
            svg.Element("title")!.Value.Length.ShouldBeGreaterThan(1);
            svg.Element("desc")!.Value.Length.ShouldBeGreaterThan(10);
        }
    }

    [Fact]
    public void The_verdict_comes_first_and_the_failed_item_before_the_others()
    {
        var page = Parse(HtmlReport.Render(SampleReports.Penguins()));
        page.Descendants("h1").Single().Value.ShouldContain("Not ready, 1 of 3 failed");
        page.Descendants("li").First().Value.ShouldContain("failed");
    }

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public void Names_from_data_become_text_and_nothing_else(string name)
    {
        var html = HtmlReport.Render(SampleReports.Hostile(name));
        var page = Parse(html);
        page.Descendants("script").Count().ShouldBe(1);
        page.Descendants("img").ShouldBeEmpty();
        html.ShouldNotContain('\u202E');
        html.ShouldNotContain('\0');
    }

    [Fact]
    public void No_element_that_html_wants_closed_closes_itself() =>
        SelfClosed().Matches(HtmlReport.Render(SampleReports.Birdstrikes())).Select(match => match.Groups[1].Value).Distinct()
            .Except(["meta", "line", "circle", "rect", "path"]).ShouldBeEmpty();

    [Fact]
    public void Values_of_a_sensitive_column_are_nowhere()
    {
        var model = SampleReports.Sensitive("Planted-Secret-1");
        HtmlReport.Render(model).ShouldNotContain("Planted-Secret-1");
        MarkdownReport.Render(model).ShouldNotContain("Planted-Secret-1");
        ModelCard.Render(model).ShouldNotContain("Planted-Secret-1");
    }

    [Fact]
    public void An_evaluation_without_anything_still_has_a_report()
    {
        var model = SampleReports.Empty();
        Parse(HtmlReport.Render(model));
        MarkdownReport.Render(model).ShouldStartWith("# birdstrikes: not judged");
        ModelCard.Render(model).ShouldContain("Not written yet");
    }

    private static ModelEvidence Model(string name) => name switch
    {
        "birdstrikes" => SampleReports.Birdstrikes(),
        "penguins" => SampleReports.Penguins(),
        _ => SampleReports.Diamonds(),
    };

    private static XElement Parse(string html) => XElement.Parse(html["<!DOCTYPE html>\n".Length..]);

    [GeneratedRegex("<([a-z0-9]+)[^<>]*/>")]
    private static partial Regex SelfClosed();
}
