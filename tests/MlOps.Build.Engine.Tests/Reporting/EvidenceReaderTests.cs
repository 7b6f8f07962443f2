using System.Text;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Reporting.Evidence;

namespace MlOps.Build.Engine.Tests.Reporting;

public sealed class EvidenceReaderTests
{
    private static readonly string Written = EvidenceJson.Write(SampleReports.Birdstrikes());

    [Fact]
    public void What_was_written_is_read_and_written_again_the_same()
    {
        foreach (var model in new[] { SampleReports.Birdstrikes(), SampleReports.Penguins(), SampleReports.Diamonds(), SampleReports.Huge() })
        {
            var text = EvidenceJson.Write(model);
            EvidenceJson.Write(Read(text).ShouldNotBeNull()).ShouldBe(text);
        }
    }

    [Fact]
    public void A_newer_format_is_refused_with_both_formats_and_the_way_out() =>
        Finding(Written.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)).ShouldBe(
            "evidence.json: error MLOPS4300: is of format 2; this kit reads format 1. "
            + "Use the version of MlOps.Build that wrote it, or a newer one.");

    [Fact]
    public void A_newer_format_is_known_as_such_even_when_nothing_else_in_it_is() =>
        Finding("""{"models":[{"format":1}],"format":3}""").ShouldContain("MLOPS4300: is of format 3;");

    [Fact]
    public void Fields_of_the_same_format_that_are_not_known_are_passed_over()
    {
        var json = JsonNode.Parse(Written)!.AsObject();
        json["hologram"] = new JsonObject { ["format"] = 99 };
        json["gate"]!["mood"] = "good";
        EvidenceJson.Write(Read(json.ToJsonString()).ShouldNotBeNull()).ShouldBe(Written);
    }

    [Fact]
    public void What_an_older_kit_of_the_same_format_did_not_write_has_its_default()
    {
        var json = JsonNode.Parse(Written)!.AsObject();
        json["evaluation"]!["references"]![0]!.AsObject().Remove("ratios");
        json["evaluation"]!.AsObject().Remove("slices");
        json["environment"]!.AsObject().Remove("targetFrameworks");
        var evidence = Read(json.ToJsonString()).ShouldNotBeNull();
        evidence.Evaluation.References[0].Ratios.ShouldBeEmpty();
        evidence.Evaluation.Slices.ShouldBeEmpty();
        evidence.Environment!.TargetFrameworks.ShouldBeEmpty();
    }

    [Fact]
    public void A_truncated_file_is_refused_at_its_end()
    {
        var lines = Written.Split('\n');
        var half = string.Join('\n', lines[..40]);
        Finding(half).ShouldStartWith("evidence.json(40,");
        Finding(half).ShouldContain("error MLOPS4301: is not JSON: Expected start of a property name or value, but instead reached end of data.");
    }

    [Theory]
    [InlineData("", "evidence.json(1,1): error MLOPS4301: is empty.")]
    [InlineData("{\n  \"format\": 1,\n  oops\n}", "evidence.json(3,3): error MLOPS4301: is not JSON: 'o' is an invalid start of a property name")]
    [InlineData("PK\u0003\u0004", "evidence.json(1,1): error MLOPS4301: is not JSON:")]
    [InlineData("[]", "error MLOPS4302: is not evidence of format 1: it names no 'format' of 1 or more.")]
    [InlineData("null", "error MLOPS4302: is not evidence of format 1: it names no 'format' of 1 or more.")]
    [InlineData("{\"format\": \"1\"}", "error MLOPS4302: is not evidence of format 1: it names no 'format' of 1 or more.")]
    [InlineData("{\"format\": 1}", "error MLOPS4302: is not evidence of format 1: '$' lacks 'name', 'data', 'split'")]
    public void Anything_else_is_refused_at_its_place(string text, string expected)
    {
        Finding(text).ShouldContain(expected);
        Finding(text).ShouldNotContain("\n");
    }

    [Fact]
    public void A_field_of_the_wrong_type_is_named_as_a_path()
    {
        var json = JsonNode.Parse(Written)!;
        json["gate"]!["items"]![1]!["verdict"] = "perhaps";
        Finding(json.ToJsonString()).ShouldContain("'$.gate.items[1].verdict' holds something else than it should");
        Finding(json.ToJsonString()).ShouldNotContain("MlOps.Build.Contracts");
    }

    [Fact]
    public void Null_where_nothing_may_be_null_is_refused()
    {
        var json = JsonNode.Parse(Written)!;
        json["gate"]!["items"] = null;
        Finding(json.ToJsonString()).ShouldContain("MLOPS4302");
        Finding(Written.Replace("\"violations\": []", "\"violations\": [null]", StringComparison.Ordinal)).ShouldContain("a list holds null");
    }

    [Fact]
    public void A_thousand_brackets_are_refused() =>
        Finding("{\"format\":1,\"x\":" + new string('[', 1000) + new string(']', 1000) + "}").ShouldContain("MLOPS4301: is not JSON:");

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        EvidenceReader.Parse("evidence.json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Written)], []).ShouldNotBeNull();

    [Fact]
    public void A_huge_file_is_refused_unread()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = File.OpenWrite(path))
                stream.SetLength(EvidenceReader.MostBytes + 1L);
            var diagnostics = new DiagnosticBag();
            EvidenceReader.Read(path, "evidence.json", diagnostics).ShouldBeNull();
            diagnostics.Single().ToString().ShouldBe(
                "evidence.json: error MLOPS4304: has 67108865 bytes; evidence has at most 67108864. It is another file, or was damaged: build the project again.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static ModelEvidence? Read(string text) => EvidenceReader.Parse("evidence.json", Encoding.UTF8.GetBytes(text), []);

    private static string Finding(string text)
    {
        var diagnostics = new DiagnosticBag();
        EvidenceReader.Parse("evidence.json", Encoding.UTF8.GetBytes(text), diagnostics).ShouldBeNull();
        return diagnostics.Single().ToString();
    }
}
