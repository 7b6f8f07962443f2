using System.Text;
using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Pipelines.Caching;
using MlOps.Build.Engine.Reporting.Evidence;
using MlOps.Build.Engine.Tests.Packaging;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting.Schemas;

/// <summary>docs/schemas/evidence-1.schema.json: made from the contract's records, kept by what the builds write, judged by ajv.</summary>
public sealed class EvidenceSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_records()
    {
        if (Environment.GetEnvironmentVariable("MLOPS_APPROVE") == "1")
            File.WriteAllText(EvidenceSchema.File, EvidenceSchema.Text);
        File.ReadAllText(EvidenceSchema.File).ReplaceLineEndings("\n").ShouldBe(
            EvidenceSchema.Text,
            "write it again with MLOPS_APPROVE=1 dotnet test tests/MlOps.Build.Engine.Tests --filter FullyQualifiedName~EvidenceSchema, "
            + "and read in docs/guides/report.md when that makes a new format");
    }

    [Theory]
    [InlineData("BirdStrikes", "birdstrikes.csv")]
    [InlineData("Penguins", "penguins.csv")]
    [InlineData("Diamonds", "diamonds.csv")]
    public void It_accepts_the_evidence_of_each_sample(string sample, string data)
    {
        PublishedSchema.SkipIfAbsent();
        using var state = new TempFolder();
        var folder = Path.Combine(AppContext.BaseDirectory, "Training", "Samples", sample);
        File.WriteAllLines(state[data], File.ReadLines(Path.Combine(folder, "data", data)).Take(2001));
        var pipeline = new ModelPipeline(new ModelProject
        {
            Name = sample,
            Folder = folder,
            Data = [state[data]],
            SchemaFile = Path.Combine(folder, "schema.yaml"),
            ConfigurationFile = Path.Combine(folder, "training-config.yaml"),
            ChecklistFile = Path.Combine(folder, "validation-checklist.md"),
            StateFolder = state["obj"],
            OutputFolder = state["bin"],
            TargetFrameworks = ["net10.0"],
            Cache = new CacheSettings(null),
        });
        foreach (var stage in ModelPipeline.Stages)
            pipeline.Run(stage.Name, null, TestContext.Current.CancellationToken).Succeeded.ShouldBeTrue();
        PublishedSchema.Check(EvidenceSchema.File, File.ReadAllBytes(Path.Combine(state["obj"], "report", "evidence.json"))).ShouldBe("ok");
    }

    [Fact]
    public void It_accepts_what_this_kit_may_write_and_what_a_newer_one_may_add()
    {
        PublishedSchema.SkipIfAbsent();
        var full = SampleReports.Birdstrikes() with { Envelope = SampleLineage.Envelope };
        foreach (var model in new[] { full, SampleReports.Diamonds(), SampleReports.Empty(), SampleReports.Hostile("\u202E<script>|\n") })
            Check(model, _ => { }).ShouldBe("ok");
        Check(full, evidence => evidence["data"]!["later"] = 1).ShouldBe("ok");
        Check(full, evidence => evidence["evaluation"]!["metrics"]![0]!["high"] = "Infinity").ShouldBe("ok");
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "format", "/format must be equal to constant" },
        { "name", "/name must be string" },
        { "data", "/data must have required property 'files'" },
        { "verdict", "/gate/items/0/verdict must be equal to one of the allowed values" },
        { "metric", "/evaluation/metrics/0 must have required property 'name'" },
        { "file", "/data/files/0 must have required property 'sha256'" },
        { "bytes", "/lineage/data/0/bytes must be integer" },
        { "parts", "/package/parts must be array" },
        { "evaluation", "/ must have required property 'evaluation'" },
        { "formatless", "/ must have required property 'format'" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void It_refuses_a_wrong_type_and_a_missing_field(string mistake, string expected)
    {
        PublishedSchema.SkipIfAbsent();
        Check(SampleReports.Birdstrikes(), evidence => Spoil(evidence, mistake)).ShouldContain(expected);
    }

    private static void Spoil(JsonNode evidence, string mistake)
    {
        Action change = mistake switch
        {
            "format" => () => evidence["format"] = 2,
            "name" => () => evidence["name"] = 7,
            "data" => () => evidence["data"]!.AsObject().Remove("files"),
            "verdict" => () => evidence["gate"]!["items"]![0]!["verdict"] = "Maybe",
            "metric" => () => evidence["evaluation"]!["metrics"]![0]!.AsObject().Remove("name"),
            "file" => () => evidence["data"]!["files"]![0]!.AsObject().Remove("sha256"),
            "bytes" => () => evidence["lineage"]!["data"]![0]!["bytes"] = 1.5,
            "parts" => () => evidence["package"]!["parts"] = "none",
            "formatless" => () => evidence.AsObject().Remove("format"),
            _ => () => evidence.AsObject().Remove(mistake),
        };
        change();
    }

    private static string Check(ModelEvidence model, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(EvidenceJson.Write(model))!;
        change(node);
        return PublishedSchema.Check(EvidenceSchema.File, Encoding.UTF8.GetBytes(node.ToJsonString()));
    }
}
