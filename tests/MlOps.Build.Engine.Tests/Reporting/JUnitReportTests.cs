using System.Xml.Linq;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.JUnit;

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

    private static XElement Suite(ModelEvidence model, string name, bool undecidedFails = false) =>
        XDocument.Parse(JUnitReport.Render(model, undecidedFails)).Root!.Elements("testsuite")
            .Single(suite => suite.Attribute("name")!.Value.EndsWith("." + name, StringComparison.Ordinal));
}
