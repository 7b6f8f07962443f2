using System.Text;
using System.Text.Json.Nodes;
using MlOps.Build.Engine.Data.Batches;
using MlOps.Build.Engine.Data.Profiles;
using MlOps.Build.Engine.Tests.Data;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Engine.Tests.Reporting.Schemas;

/// <summary>docs/schemas/profile-1.schema.json: made from the contract's records, kept by profiles of real files, judged by ajv.</summary>
public sealed class ProfileSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_records()
    {
        if (Environment.GetEnvironmentVariable("MLOPS_APPROVE") == "1")
            File.WriteAllText(EvidenceSchema.ProfileFile, EvidenceSchema.ProfileText);
        File.ReadAllText(EvidenceSchema.ProfileFile).ReplaceLineEndings("\n").ShouldBe(
            EvidenceSchema.ProfileText,
            "write it again with MLOPS_APPROVE=1 dotnet test tests/MlOps.Build.Engine.Tests --filter FullyQualifiedName~ProfileSchema");
    }

    [Theory]
    [InlineData("birdstrikes-1000.csv")]
    [InlineData("penguins.csv")]
    public void It_accepts_the_profile_of_a_real_file(string file)
    {
        PublishedSchema.SkipIfAbsent();
        Check(file, _ => { }).ShouldBe("ok");
    }

    [Fact]
    public void It_refuses_a_wrong_type_and_a_missing_field()
    {
        PublishedSchema.SkipIfAbsent();
        Check("penguins.csv", profile => profile["format"] = 2).ShouldContain("/format must be equal to constant");
        Check("penguins.csv", profile => profile["columns"]![0]!.AsObject().Remove("missing")).ShouldContain("/columns/0 must have required property 'missing'");
        Check("penguins.csv", profile => profile["columns"]![0]!["top"] = 1).ShouldContain("/columns/0/top must be array");
    }

    private static string Check(string file, Action<JsonNode> change)
    {
        var profile = ProfileAccumulator.Profile(new TableBatches(RealFiles.Read(file)), new HashSet<string>(), [], TestContext.Current.CancellationToken);
        var node = JsonNode.Parse(ProfileFile.Write(profile!))!;
        change(node);
        return PublishedSchema.Check(EvidenceSchema.ProfileFile, Encoding.UTF8.GetBytes(node.ToJsonString()));
    }
}
