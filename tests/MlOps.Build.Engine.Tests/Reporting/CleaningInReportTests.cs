using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data.Cleaning;
using MlOps.Build.Engine.Data.Validation;
using MlOps.Build.Engine.Reporting;
using MlOps.Build.Engine.Reporting.DataReports;
using MlOps.Build.Engine.Reporting.Languages;
using MlOps.Build.Engine.Tests.Data;
using MlOps.Build.Engine.Tests.Reporting.DataReports;

namespace MlOps.Build.Engine.Tests.Reporting;

/// <summary>What a file that was cleaned and judged says of it on every page.</summary>
public sealed class CleaningInReportTests
{
    private const string Contract = """
        columns:
          - {name: City, type: string, values: [A, B], mostly: 0.1}
          - {name: Price, type: float64, min: 0}
        cleaning:
          - trim: [City]
          - duplicates: rows
          - outliers: [Price]
            do: quarantine
        quarantine:
          limit: 0.5
        """;

    // Ten rows: " A" is trimmed and then repeats the first, 1000 lies beyond the fences, and C is no city.
    private const string Rows = "City,Price\nA,1\n\" A\",1\nB,2\nA,3\nB,4\nA,5\nB,\nC,6\nA,7\nB,1000\n";

    private static readonly string[][] Steps =
    [
        ["white space trimmed", "City", "1", "0"],
        ["equal rows, the first kept: dropped", "all", "1", "1"],
        ["outliers (iqr, beyond 1.5): quarantined", "Price", "1", "1"],
    ];

    [Fact]
    public void The_data_section_counts_each_step_and_gives_the_quality_by_dimension()
    {
        var model = SampleReports.Birdstrikes() with { Data = Summary() };

        var page = Parse(HtmlReport.Render(model)).Descendants("section").Single(section => section.Attribute("id")?.Value == "data");

        Table(page, "cleaning").ShouldBe(Steps);
        page.Value.ShouldContain("Cleaning left out 2 of 10 rows; 1 of them are in quarantine.");
        // One of 16 fields is missing; one of eight cities is none: (7/8 + 1) / 2 are valid.
        page.Value.ShouldContain("Data quality 93.8%: completeness 93.8%, validity 93.8%.");
        MarkdownReport.Render(model).ShouldContain("Data quality 93.8%: completeness 93.8%, validity 93.8%.");
        MarkdownReport.Render(model).ShouldContain("outliers (iqr, beyond 1.5): quarantined");
    }

    [Fact]
    public void The_overview_of_the_data_report_shows_the_same()
    {
        var model = SampleDataReports.Weather() with { Summary = Summary() };

        var page = Parse(DataReport.Render(model, ReportWords.English)).Descendants("section").Single(section => section.Attribute("id")?.Value == "overview");

        Table(page, "cleaning").ShouldBe(Steps);
        Table(page, "quality").ShouldBe([["completeness", "93.8%"], ["validity", "93.8%"], ["their mean", "93.8%"]]);
        page.Value.ShouldContain("Cleaning left out 2 of 10 rows; 1 of them are in quarantine.");
        Table(page, "what").ShouldContain(row => row[0] == "rows in quarantine" && row[1] == "1");
    }

    // What the data stage does, in memory.
    private static DataSummary Summary()
    {
        var schema = Reading.Schema(Contract);
        var cleaned = Cleaner.Clean(Reading.Of(Rows, Contract).Table.ShouldNotBeNull(), schema, []).ShouldNotBeNull();
        var summary = DataValidator.Validate(cleaned.Table, schema, [new DataFile("data.csv", new string('a', 64), 80)], [], CancellationToken.None);
        return summary with { RowsRead = cleaned.RowsRead, Quarantined = cleaned.Quarantined.Count, Cleaning = cleaned.Steps };
    }

    private static List<string[]> Table(XElement page, string first) =>
    [
        .. page.Descendants("table").Single(table => table.Descendants("th").First().Value == first)
            .Descendants("tbody").Single().Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
    ];

    private static XElement Parse(string html) => XElement.Parse(html["<!DOCTYPE html>\n".Length..]);
}
