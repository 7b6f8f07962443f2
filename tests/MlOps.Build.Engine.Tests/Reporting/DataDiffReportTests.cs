using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Tests.Reporting.Languages;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>Changes of the data as people see them: on the HTML page, and in <c>report.md</c> as marked shows it.</summary>
public sealed class DataDiffReportTests(MarkdownPages pages) : IClassFixture<MarkdownPages>
{
    private static readonly string[] Sentences =
    [
        "Compared with strikes: 10,001 rows before, 10,000 now.",
        "By strikes, 1 rows were added, 2 removed and 1,203 changed; 8,793 are the same.",
        "Rows that share their key or lack it were not compared: 2 before, 3 now.",
    ];

    private static readonly string[][] Columns =
    [
        ["strikes", "values", "1,203"], ["strikes", "added, string", ""], ["strikes", "removed, date", ""], ["strikes", "type int64, now float64", "0"],
    ];

    private static readonly string[][] Changes =
        [["strikes", "strikes", "strikes", "missing"], ["strikes", "strikes", "4", "5"], ["strikes", "strikes", "missing", "strikes"]];

    [Fact]
    public void The_page_tells_rows_columns_values_and_distributions()
    {
        var page = Html(SampleReports.Changed());
        var section = page.Descendants("section").Single(section => section.Attribute("id")!.Value == "data-diff");
        section.Element("h2")!.Value.ShouldBe("Changes of the data");
        section.Elements("p").First().Value.ShouldBe(string.Join(' ', Sentences));
        Rows(section.Descendants("table").First()).ShouldBe(Columns);
        var fold = section.Descendants("details").First();
        fold.Element("summary")!.Value.ShouldBe("2 of 1,203 changed rows");
        Rows(fold.Descendants("table").Single()).ShouldBe(Changes);
        section.Descendants("figure").ShouldHaveSingleItem().Attribute("id")!.Value.ShouldBe("data-distributions");
        page.Descendants("nav").Descendants("a").ShouldContain(link => link.Attribute("href")!.Value == "#data-diff");
        page.Descendants().Attributes("id").Select(id => id.Value).ShouldBeUnique();
    }

    [Fact]
    public void The_Markdown_tells_the_same()
    {
        MarkdownRenderer.SkipIfAbsent();
        var section = pages["changed"].Elements().SkipWhile(element => element.Value != "Changes of the data").Skip(1).TakeWhile(element => element.Name != "h2").ToList();
        section[0].Value.ShouldBe(string.Join(' ', Sentences));
        Rows(section.First(element => element.Name == "table")).ShouldBe(Columns);
        var fold = section.First(element => element.Name == "details");
        fold.Element("summary")!.Value.ShouldBe("2 of 1,203 changed rows");
        Rows(fold.Descendants("table").Single()).ShouldBe(Changes);
    }

    [Fact]
    public void Without_a_key_and_with_nothing_changed_it_says_so()
    {
        var same = SampleDataDiff.Of("strikes") with { Key = [], Columns = [], RowChanges = new RowDiff { Added = 0, Removed = 0, Changed = 0, Same = 10_000 }, Drift = null };
        Text(same).ShouldEndWith("0 rows were added, 0 removed; 10,000 are the same. Without a key no row counts as changed. No column was added, removed or given another type.");
    }

    [Fact]
    public void Of_profiles_alone_only_columns_and_counts_are_told()
    {
        var champion = SampleDataDiff.Of("the champion's package") with { RowChanges = null, Key = [], Drift = null, Columns = [new ColumnChange { Column = "extra", After = ColumnType.Int64 }] };
        Text(champion).ShouldBe("Changes of the data" + "Compared with the champion's package: 10,001 rows before, 10,000 now." + "Changes of the data" + "columnchangechanged rows" + "extraadded, int64");
    }

    [Fact]
    public void Every_language_says_all_of_it()
    {
        foreach (var language in ReportLanguage.All.Skip(1))
        {
            var catalogue = new RecordingCatalogue(language);
            HtmlReport.Render(SampleReports.Changed(), new ReportWords(language, catalogue));
            catalogue.Missing.Where(text => text.Contains("change", StringComparison.Ordinal) || text.Contains("rows", StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    private static string Text(DataDiff diff) =>
        Html(SampleReports.Birdstrikes() with { DataDiff = diff }).Descendants("section").Single(section => section.Attribute("id")!.Value == "data-diff").Value;

    private static XElement Html(ModelEvidence model) => XElement.Parse(HtmlReport.Render(model)["<!DOCTYPE html>\n".Length..]);

    private static string[][] Rows(XElement table) =>
        [.. table.Descendants("tbody").Single().Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];
}
