using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using InTotoAttestation.Predicates.Provenance.V1;
using InTotoAttestation.V1;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Attestations;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Packaging.Verification;
using MlOps.Build.Engine.Pipelines;

namespace MlOps.Build.Engine.Tests.Packaging.Attestations;

/// <summary>Provenance against the messages that in-toto publishes, read by Google's strict parser, and against what it speaks of.</summary>
public sealed class ProvenanceTests : IDisposable
{
    private static readonly BuildOrigin Origin = new()
    {
        Commit = "1d2e3f4a5b6c7d8e9f00112233445566778899aa",
        Ref = "refs/heads/main",
        Repository = "https://github.com/birds/strikes",
        Run = "https://github.com/birds/strikes/actions/runs/812",
        Actor = "octocat",
        Time = "2026-03-14T10:12:00Z",
        Builder = "https://github.com/birds/strikes/.github/workflows/build.yml@refs/heads/main",
    };

    private readonly WholePackage _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void It_is_a_statement_and_a_provenance_by_the_published_messages()
    {
        _package.Label(origin: Origin);
        var statement = JsonParser.Default.Parse<Statement>(Encoding.UTF8.GetString(_package.Files[PartNames.Provenance]));
        var provenance = JsonParser.Default.Parse<Provenance>(JsonFormatter.Default.Format(statement.Predicate));

        // in-toto's own validators, go/v1 and go/predicates/provenance/v1: what they require is there.
        statement.Type.ShouldBe("https://in-toto.io/Statement/v1");
        statement.PredicateType.ShouldBe("https://slsa.dev/provenance/v1");
        statement.Subject.ShouldAllBe(subject => subject.Name.Length > 0 && subject.Digest.Count == 1);
        provenance.BuildDefinition.BuildType.ShouldNotBeEmpty();
        provenance.BuildDefinition.ExternalParameters.Fields["package"].StringValue.ShouldBe("Tiny");
        provenance.BuildDefinition.ResolvedDependencies.ShouldAllBe(resource => resource.Name.Length + resource.Uri.Length + resource.Digest.Count > 0);
        provenance.BuildDefinition.ResolvedDependencies[0].Digest["gitCommit"].ShouldBe(Origin.Commit);
        provenance.BuildDefinition.ResolvedDependencies[0].Uri.ShouldBe("git+https://github.com/birds/strikes@refs/heads/main");
        provenance.RunDetails.Builder.Id.ShouldBe(Origin.Builder);
        provenance.RunDetails.Metadata.InvocationId.ShouldBe(Origin.Run);
        provenance.RunDetails.Metadata.StartedOn.ToDateTime().ShouldBe(new DateTime(2026, 3, 14, 10, 12, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void It_names_evidence_model_data_and_configuration_by_digest()
    {
        _package.Label(origin: Origin);
        var manifest = SamplePackage.Manifest(_package.Files);
        var statement = JsonNode.Parse(_package.Files[PartNames.Provenance])!;
        var subjects = statement["subject"]!.AsArray().ToDictionary(entry => (string)entry!["name"]!, entry => entry!["digest"]!);
        subjects["Tiny"]["mlopsEvidence1"]!.GetValue<string>().ShouldBe(manifest.Evidence);
        subjects[PartNames.Model]["sha256"]!.GetValue<string>().ShouldBe(manifest.Parts.Single(part => part.Path == PartNames.Model).Sha256);
        var sources = statement["predicate"]!["buildDefinition"]!["resolvedDependencies"]!.AsArray().Select(entry => (string)entry!["name"]!).ToList();
        sources.ShouldContain("data.csv");
        sources.ShouldContain("training-config.yaml");
        sources.ShouldContain("MlOps.Build");
    }

    [Fact]
    public void Another_version_has_the_same_provenance()
    {
        var one = _package.Label("1.5.0-pr.42.3", origin: Origin).Files[PartNames.Provenance];
        _package.Label("1.5.0", origin: Origin).Files[PartNames.Provenance].ShouldBe(one);
    }

    [Fact]
    public void A_package_with_its_own_provenance_is_verified()
    {
        _package.Label(origin: Origin);
        Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("dependency")]
    [InlineData("commit")]
    [InlineData("builder")]
    [InlineData("type")]
    [InlineData("text")]
    public void Provenance_of_something_else_is_found(string what)
    {
        _package.Label(origin: Origin);
        if (what == "text")
            _package.Files[PartNames.Provenance] = "[]"u8.ToArray();
        else
            _package.Edit(PartNames.Provenance, statement => Change(statement, what));
        Verify().ShouldHaveSingleItem().Code.ShouldBe(PackagePolicyCodes.ProvenanceMismatch);
    }

    [Fact]
    public void A_statement_beside_the_package_has_to_speak_of_that_file()
    {
        _package.Label(origin: Origin);
        var path = _package.Zip();
        File.WriteAllBytes(_package.Path("provenance.json"), _package.Files[PartNames.Provenance]);
        DetachedStatement.Write(path, _package.Path("provenance.json"));
        JsonParser.Default.Parse<Statement>(File.ReadAllText(path + ".intoto.json")).Subject.ShouldHaveSingleItem().Digest["sha256"].ShouldBe(ContentHash.OfFile(path));
        Found(path).ShouldBeEmpty();

        File.WriteAllText(path + ".intoto.json", File.ReadAllText(path + ".intoto.json").Replace(ContentHash.OfFile(path), new string('0', 64)));
        Found(path).ShouldHaveSingleItem().Code.ShouldBe(PackagePolicyCodes.ProvenanceMismatch);
    }

    private static void Change(JsonNode statement, string what)
    {
        var predicate = statement["predicate"]!;
        var sources = predicate["buildDefinition"]!["resolvedDependencies"]!;
        switch (what)
        {
            case "subject": statement["subject"]![1]!["digest"]!["sha256"] = new string('0', 64); break;
            case "dependency": sources[1]!["digest"]!["sha256"] = new string('0', 64); break;
            case "commit": sources[0]!["digest"]!["gitCommit"] = "0000000"; break;
            case "builder": predicate["runDetails"]!["builder"]!["id"] = ""; break;
            default: statement["predicateType"] = "https://slsa.dev/provenance/v0.2"; break;
        }
    }

    private List<Diagnostic> Verify() => Found(_package.Zip());

    private static List<Diagnostic> Found(string path)
    {
        var diagnostics = new DiagnosticBag();
        PackageVerifier.Verify(path, diagnostics);
        return [.. diagnostics];
    }
}
