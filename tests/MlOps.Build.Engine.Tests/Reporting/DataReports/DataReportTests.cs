using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlOps.Build.Engine.Reporting.DataReports;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Tests.Data;

namespace MlOps.Build.Engine.Tests.Reporting.DataReports;

public sealed partial class DataReportTests
{
    [Fact]
    public void The_page_is_well_formed_and_refers_to_nothing_outside()
    {
        var html = Html(SampleDataReports.Credit());
        var page = Parse(html);
        page.Descendants().Attributes("src").ShouldBeEmpty();
        page.Descendants("link").ShouldBeEmpty();
        page.Descendants("script").Count().ShouldBe(1);
        html.ShouldNotContain("://");
        html.ShouldNotContain("url(");
        SelfClosed().Matches(html).Select(match => match.Groups[1].Value).Distinct().Except(["meta", "line", "circle", "rect", "path"]).ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_has_its_target_and_every_plot_its_words()
    {
        var page = Parse(Html(SampleDataReports.Credit()));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        ids.ShouldBeUnique();
        page.Descendants("a").Select(a => a.Attribute("href")!.Value.TrimStart('#')).Except(ids).ShouldBeEmpty();
        page.Descendants("section").Select(section => section.Attribute("id")!.Value)
            .ShouldBe(["overview", "rules", "drift", "missing", "correlations", "columns"]);
        page.Descendants("figure").ShouldAllBe(figure => figure.Descendants("p").Any(p => p.Value.EndsWith('.')));
        page.Descendants("svg").ShouldAllBe(svg => svg.Element("title")!.Value.Length > 1 && svg.Element("desc")!.Value.Length > 10);
        var figures = page.Descendants("figure").Select(figure => figure.Attribute("id")!.Value).ToList();
        figures.ShouldContain("missing-matrix");
        figures.ShouldContain("correlation-matrix");
        // Of the 14 columns two are sensitive.
        figures.Count(id => id.EndsWith("-values", StringComparison.Ordinal)).ShouldBe(12);
    }

    [Fact]
    public void It_says_what_is_in_the_file()
    {
        var text = Text(SampleDataReports.Credit());
        text.ShouldContain("4,454 rows, 14 columns.");
        text.ShouldContain("2 rows repeat an earlier one.");
        text.ShouldContain("Income lacks most: 381 of 4,454 rows (8.6%).");
        text.ShouldContain("Assets and Debt lack values in the same rows more than any other two columns: 0.62");
        // pandas: Age.quantile([.25, .5, .75]) is 28, 36, 45.
        text.ShouldContain("Half of the values lie between 28.00 and 45.00; the median is 36.00.");
        text.ShouldContain("Rules: range 0..40.");
    }

    [Fact]
    public void Dates_are_dates()
    {
        var text = Text(SampleDataReports.Weather());
        // pandas: date.quantile([.25, .5, .75]).
        text.ShouldContain("Half of the values lie between 2012-12-31 and 2014-12-31; the median is 2013-12-31.");
        text.ShouldContain("No field is missing.");
    }

    [Fact]
    public void Failing_rows_are_shown_but_of_sensitive_columns_neither_values_nor_rules()
    {
        var page = Parse(Html(SampleDataReports.Credit()));
        var rules = page.Descendants("section").Single(section => section.Attribute("id")!.Value == "rules");
        var rows = rules.Descendants("details").Single().Descendants("tbody").Single().Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToList()).ToList();
        rows.Where(row => row[1] == "Seniority").ShouldAllBe(row => int.Parse(row[3]) > 40);
        rows.Where(row => row[1] is "Marital" or "Expenses").Select(row => row[3]).Distinct().ShouldBe(["sensitive, not shown"]);
        var text = page.Descendants("section").Aggregate("", (all, section) => all + section);
        // Values of the column, and what the contract allows.
        foreach (var secret in new[] { "married", "single", "separated", "widow", "0..100" })
            text.ShouldNotContain(secret);
        var relations = page.Descendants("section").Single(section => section.Attribute("id")!.Value == "correlations").Value;
        relations.ShouldNotContain("Marital");
        relations.ShouldNotContain("Expenses");
    }

    [Theory]
    [MemberData(nameof(HostileNames.All), MemberType = typeof(HostileNames))]
    public void Names_from_data_become_text_and_nothing_else(string name)
    {
        var html = Html(SampleDataReports.Hostile(name));
        var page = Parse(html);
        page.Descendants("script").Count().ShouldBe(1);
        page.Descendants("img").ShouldBeEmpty();
        page.Descendants("a").ShouldAllBe(a => a.Value.Trim().Length > 0);
        html.ShouldNotContain('\u202E');
        html.ShouldNotContain('\0');
    }

    [Fact]
    public void Three_hundred_columns_make_a_page_that_a_browser_opens()
    {
        var model = SampleDataReports.Wide(300, 200);
        var html = Html(model);
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(2_000_000);
        var page = Parse(html);
        page.Descendants("details").Count(fold => fold.Attribute("id") is not null).ShouldBe(300);
        var missing = page.Descendants("figure").Single(figure => figure.Attribute("id")!.Value == "missing-matrix");
        missing.Descendants("path").Count().ShouldBeLessThanOrEqualTo(4);
        missing.Descendants("rect").Count().ShouldBe(40);
        page.Descendants("figure").Single(figure => figure.Attribute("id")!.Value == "correlation-matrix").Descendants("rect").Count().ShouldBeLessThan(1000);
        Html(model).ShouldBe(html);
    }

    [Fact]
    public void More_columns_than_people_read_are_named_and_no_more()
    {
        var model = SampleDataReports.Wide(600, 5);
        Html(model).ShouldContain("The first 500 of 600 columns; the others are in profile.json.");
    }

    [Fact]
    public void Nothing_but_gaps_still_has_a_page() =>
        Text(SampleDataReports.Of(Reading.Of("a,b\n,\n,\n").Table.ShouldNotBeNull(), null, null)).ShouldContain("100% of the fields are missing.");

    [Fact]
    public void Every_language_says_all_of_it()
    {
        foreach (var language in ReportLanguage.All.Skip(1))
        {
            var catalogue = new MlOps.Build.Engine.Tests.Reporting.Languages.RecordingCatalogue(language);
            DataReport.Render(SampleDataReports.Credit(), new ReportWords(language, catalogue));
            DataReport.Render(SampleDataReports.Wide(300, 40), new ReportWords(language, catalogue));
            catalogue.Missing.Where(text => !text.StartsWith("MLOPS", StringComparison.Ordinal) && !Rule().IsMatch(text)).ShouldBeEmpty();
        }
    }

    private static string Html(DataReportModel model) => DataReport.Render(model, ReportWords.English);

    private static string Text(DataReportModel model) => Parse(Html(model)).Element("body")!.Value;

    private static XElement Parse(string html) => XElement.Parse(html["<!DOCTYPE html>\n".Length..]);

    [GeneratedRegex("<([a-z0-9]+)[^<>]*/>")]
    private static partial Regex SelfClosed();

    // Rules of the contract, which Echo looks up before it keeps them as they are.
    [GeneratedRegex("^(range|one of|missing|max|values|min)")]
    private static partial Regex Rule();
}
