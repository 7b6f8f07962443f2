using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Boms;
using MlOps.Build.Engine.Tests.Reporting;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Packaging.Boms;

/// <summary>The bill of materials against the schema that CycloneDX publishes for 1.6.</summary>
public sealed class SbomSchemaTests
{
    private static readonly ManifestPart Model = new(PartNames.Model, new string('a', 64), 5);

    [Theory]
    [InlineData("binary", "MIT", "CC-BY-4.0")]
    [InlineData("multiclass", null, "LicenseRef-Internal")]
    [InlineData("regression", "(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0", null)]
    [InlineData("binary", "see the file LICENSE.txt", null)]
    public void It_keeps_the_published_schema(string task, string? license, string? dataLicense)
    {
        PublishedSchema.SkipIfAbsent();
        var sbom = SbomVersion.Write(SbomDocument.Create("Strikes <&>", Model, Evidence(task, license, dataLicense)));

        PublishedSchema.Check(PublishedSchema.CycloneDx, sbom).ShouldBe("ok");
        PublishedSchema.Check(PublishedSchema.CycloneDx, SbomVersion.Set(sbom, "Strikes", "1.4.2-pr.42.3")).ShouldBe("ok");
    }

    [Fact]
    public void The_schema_finds_what_is_wrong()
    {
        PublishedSchema.SkipIfAbsent();
        var sbom = SbomDocument.Create("Strikes", Model, Evidence("binary", "MIT", null));
        sbom["metadata"]!["component"]!["type"] = "model";

        PublishedSchema.Check(PublishedSchema.CycloneDx, SbomVersion.Write(sbom)).ShouldContain("/metadata/component/type");
    }

    [Fact]
    public void It_names_licences_data_and_what_a_user_has_to_know()
    {
        var sbom = SbomDocument.Create("Strikes", Model, Evidence("binary", "MIT", "CC-BY-4.0"));

        var component = sbom["metadata"]!["component"]!;
        component["licenses"]![0]!["expression"]!.GetValue<string>().ShouldBe("MIT");
        var considerations = component["modelCard"]!["considerations"]!;
        considerations["technicalLimitations"]!.AsArray().Select(text => text!.GetValue<string>())
            .ShouldContain("The checklist item \"The model's owner has read the report\" is undecided.");
        considerations["fairnessAssessments"]![0]!["groupAtRisk"]!.GetValue<string>().ShouldContain("Small (900 test rows)");
        var data = sbom["components"]![0]!;
        data["licenses"]![0]!["expression"]!.GetValue<string>().ShouldBe("CC-BY-4.0");
        data["hashes"]![0]!["content"]!.GetValue<string>().Length.ShouldBe(64);
    }

    private static PackageEvidence Evidence(string task, string? license, string? dataLicense)
    {
        var report = task switch
        {
            "binary" => SampleReports.Birdstrikes(),
            "multiclass" => SampleReports.Penguins(),
            _ => SampleReports.Diamonds(),
        };
        return new PackageEvidence
        {
            Signature = new ModelSignature
            {
                Task = report.Evaluation.Task,
                Label = report.Evaluation.Label,
                Classes = report.Evaluation.Classes,
                Inputs =
                [
                    new SignatureInput { Name = "Speed", Type = ColumnType.Float64, Nullable = true, Minimum = 0, Maximum = 500 },
                    new SignatureInput { Name = "Größe \"x\"", Type = ColumnType.String, Nullable = false, AllowedValues = ["a", "b"] },
                ],
            },
            Data = report.Data with { License = dataLicense, Files = [new DataFile("data/x.csv", new string('b', 64), 7)] },
            Split = report.Split,
            Training = report.Training,
            Evaluation = report.Evaluation,
            Gate = report.Gate,
            License = license,
            Lineage = new Lineage
            {
                Data = [],
                Configuration = [],
                Stages = new Dictionary<string, string>(),
                Seed = 1,
                Kit = "0.1.0",
            },
        };
    }
}
