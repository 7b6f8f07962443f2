using System.Text;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Sarif;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class SarifReportTests
{
    [Fact]
    public void The_published_schema_accepts_every_sample()
    {
        PublishedSchema.SkipIfAbsent();
        foreach (var model in new[] { WithRows(), SampleReports.Penguins(), SampleReports.Empty() }.Concat(HostileNames.All.Select(row => SampleReports.Hostile(row.Data)).Where((_, i) => i % 6 == 0)))
            PublishedSchema.Check(PublishedSchema.Sarif, Encoding.UTF8.GetBytes(SarifReport.Render(model, "samples/Birds"))).ShouldBe("ok");
    }

    [Fact]
    public void A_row_that_breaks_a_rule_stands_at_its_line_with_the_rule_beside_it()
    {
        var result = Results(WithRows(), "samples/Birds").First(found => Rule(found) == DataCodes.OutOfRange);
        result["level"]!.ToString().ShouldBe("warning");
        result["message"]!["text"]!.ToString().ShouldBe("'Speed' breaks range 0..500 here with '-3' (field 14 of the row); 2 of 10,000 rows do.");
        var place = result["locations"]![0]!["physicalLocation"]!;
        place["artifactLocation"]!["uri"]!.ToString().ShouldBe("samples/Birds/data/my%20birds.csv");
        place["artifactLocation"]!["uriBaseId"]!.ToString().ShouldBe("%SRCROOT%");
        place["region"]!["startLine"]!.GetValue<int>().ShouldBe(841);
        var rule = result["relatedLocations"]![0]!["physicalLocation"]!;
        rule["artifactLocation"]!["uri"]!.ToString().ShouldBe("samples/Birds/schema.yaml");
        rule["region"]!["startLine"]!.GetValue<int>().ShouldBe(22);
    }

    [Fact]
    public void Failed_items_come_first_and_open_sign_offs_are_notes()
    {
        var results = Results(SampleReports.Birdstrikes(), "");
        var levels = results.Select(result => result["level"]!.ToString()).ToList();
        levels.ShouldBe(levels.OrderBy(level => level switch { "error" => 0, "warning" => 1, _ => 2 }));
        results.Single(result => result["message"]!["text"]!.ToString().StartsWith("The model's owner", StringComparison.Ordinal))["level"]!.ToString().ShouldBe("note");
    }

    [Fact]
    public void Every_rule_has_its_page_as_help()
    {
        var driver = JsonNode.Parse(SarifReport.Render(WithRows(), ""))!["runs"]![0]!["tool"]!["driver"]!;
        foreach (var rule in driver["rules"]!.AsArray())
        {
            rule!["help"]!["markdown"]!.ToString().ShouldStartWith($"# {rule["id"]}: ");
            rule["fullDescription"]!["text"]!.ToString().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Fingerprints_stay_when_lines_move_and_differ_between_findings()
    {
        var moved = WithRows(1000);
        Prints(moved).ShouldBe(Prints(WithRows()));
        Prints(moved).Distinct().Count().ShouldBe(Prints(moved).Count);
    }

    [Fact]
    public void No_value_of_a_sensitive_column_is_told() =>
        SarifReport.Render(WithRows(sensitive: true), "").ShouldNotContain("-3");

    [Fact]
    public void Of_30000_findings_the_worst_25000_are_kept_and_the_rest_is_told()
    {
        var model = SampleReports.Birdstrikes();
        var item = model.Gate.Items[^1];
        var items = Enumerable.Repeat(item, 20_000).Concat(Enumerable.Repeat(item with { Expression = "auc > 1", Verdict = Verdict.Fail }, 10_000));
        var run = JsonNode.Parse(SarifReport.Render(model with { Gate = new GateSummary { Items = [.. items] } }, ""))!["runs"]![0]!;
        run["results"]!.AsArray().Count.ShouldBe(SarifReport.MostResults);
        run["results"]!.AsArray().Count(result => result!["level"]!.ToString() == "error").ShouldBe(10_000);
        run["invocations"]![0]!["toolExecutionNotifications"]![0]!["message"]!["text"]!.ToString().ShouldStartWith("5000 more findings");
    }

    private static ModelEvidence WithRows(int more = 0, bool sensitive = false)
    {
        var model = SampleReports.Birdstrikes();
        var violation = new Violation
        {
            Code = DataCodes.OutOfRange,
            Column = "Speed",
            Rule = "range 0..500",
            Count = 2,
            Share = 0.0002,
            Severity = DiagnosticSeverity.Warning,
            RulePosition = new SourcePosition("schema.yaml", 22 + more, 5),
            Examples = [new ViolationExample("data/my birds.csv", 841 + more, 14, "-3"), new ViolationExample("data/my birds.csv", 900 + more, 14, "-3")],
        };
        var column = model.Data.Columns[0] with { Name = "Speed", Sensitive = sensitive };
        return model with { Data = model.Data with { Violations = [violation], Columns = [column] }, Evaluation = model.Evaluation };
    }

    private static List<JsonNode> Results(ModelEvidence model, string folder) =>
        [.. JsonNode.Parse(SarifReport.Render(model, folder))!["runs"]![0]!["results"]!.AsArray().OfType<JsonNode>()];

    private static string Rule(JsonNode result) => result["ruleId"]!.ToString();

    private static List<string> Prints(ModelEvidence model) =>
        [.. Results(model, "").Select(result => result["partialFingerprints"]!["mlopsFinding/v1"]!.ToString())];
}
