using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.JUnit;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class JUnitReportTests
{
    [Fact]
    public void Failed_items_are_failures_and_undecided_ones_are_skipped()
    {
        var gate = SampleReports.Birdstrikes().Gate;
        var suite = Suite(SampleReports.Birdstrikes(), "checklist");
        ((int)suite.Attribute("tests")!).ShouldBe(gate.Items.Count);
        ((int)suite.Attribute("failures")!).ShouldBe(gate.Count(Verdict.Fail));
        ((int)suite.Attribute("skipped")!).ShouldBe(gate.Count(Verdict.Undecided));
        suite.Elements("testcase").Last().Element("skipped")!.Attribute("message")!.Value.ShouldStartWith("undecided: ");
    }

    [Fact]
    public void Undecided_items_are_failures_for_those_who_ask()
    {
        var model = SampleReports.Birdstrikes();
        var suite = Suite(model, "checklist", undecidedFails: true);
        ((int)suite.Attribute("skipped")!).ShouldBe(0);
        suite.Elements("testcase").Last().Element("failure")!.Attribute("type")!.Value.ShouldBe(GateCodes.Undecided);
    }

    [Fact]
    public void A_column_is_a_test_of_the_data_contract()
    {
        var model = SampleReports.Birdstrikes();
        var name = model.Data.Columns[0].Name;
        var broken = SampleReports.Broken(name);
        var suite = Suite(model with { Data = model.Data with { Violations = [broken, broken with { Severity = DiagnosticSeverity.Error }] } }, "data");
        var test = suite.Elements("testcase").First();
        test.Attribute("name")!.Value.ShouldBe(name);
        test.Element("failure").ShouldNotBeNull();
        test.Element("system-out").ShouldNotBeNull();
        ((int)suite.Attribute("tests")!).ShouldBe(model.Data.Columns.Count + 1);
    }

    [Fact]
    public void Names_are_unique_and_any_text_is_sound_XML()
    {
        foreach (var row in HostileNames.All)
        {
            var suite = Suite(SampleReports.Hostile(row.Data), "checklist");
            suite.Elements("testcase").Select(test => test.Attribute("name")!.Value).ShouldBeUnique();
        }
    }

    [Fact]
    public void Another_reader_finds_every_item_with_its_verdict()
    {
        PublishedSchema.SkipIfAbsent();
        var hostile = HostileNames.All.Where((_, i) => i % 6 == 0).Select(row => SampleReports.Hostile(row.Data));
        foreach (var model in hostile.Prepend(SampleReports.Birdstrikes()))
        {
            var gate = model.Gate;
            using var read = JsonDocument.Parse(PublishedSchema.ReadJUnit(Encoding.UTF8.GetBytes(JUnitReport.Render(model, undecidedFails: false))));
            var suite = read.RootElement.GetProperty("testsuite").EnumerateArray()
                .Single(suite => suite.GetProperty("name").GetString()!.EndsWith(".checklist", StringComparison.Ordinal));
            suite.GetProperty("tests").GetInt32().ShouldBe(gate.Items.Count);
            var tests = suite.GetProperty("testcase").EnumerateArray().ToList();
            tests.Select(Read).ShouldBe(gate.Items.Select(item => item.Verdict));
        }
    }

    private static Verdict Read(JsonElement test) =>
        test.TryGetProperty("failure", out _) ? Verdict.Fail
        : test.TryGetProperty("skipped", out _) ? Verdict.Undecided
        : Verdict.Pass;

    private static XElement Suite(ModelEvidence model, string name, bool undecidedFails = false) =>
        XDocument.Parse(JUnitReport.Render(model, undecidedFails)).Root!.Elements("testsuite")
            .Single(suite => suite.Attribute("name")!.Value.EndsWith("." + name, StringComparison.Ordinal));
}
