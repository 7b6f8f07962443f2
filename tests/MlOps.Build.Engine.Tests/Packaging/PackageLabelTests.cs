using System.Security.Cryptography;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;

namespace MlOps.Build.Engine.Tests.Packaging;

public sealed class PackageLabelTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_local_version_names_the_evidence()
    {
        var manifest = SamplePackage.Manifest(SamplePackage.Files(_folder));

        manifest.Version.ShouldBe($"1.4.2-local.g{manifest.Evidence![..7]}");
    }

    [Fact]
    public void Another_version_of_the_same_parts_has_the_same_evidence()
    {
        var local = SamplePackage.Manifest(SamplePackage.Files(_folder));
        var promoted = SamplePackage.Manifest(SamplePackage.Files(_folder, version: "1.4.2"));

        promoted.Version.ShouldBe("1.4.2");
        promoted.Evidence.ShouldBe(local.Evidence);
    }

    [Fact]
    public void Another_model_has_other_evidence()
    {
        var one = SamplePackage.Manifest(SamplePackage.Files(_folder));
        var other = SamplePackage.Manifest(SamplePackage.Files(_folder, model: "another"u8.ToArray()));

        other.Evidence.ShouldNotBe(one.Evidence);
    }

    [Fact]
    public void The_digest_can_be_computed_by_hand()
    {
        var manifest = SamplePackage.Manifest(SamplePackage.Files(_folder));
        var sbom = """
            {
              "metadata": {
                "component": {
                  "type": "machine-learning-model",
                  "name": "Strikes"
                }
              }
            }
            """.ReplaceLineEndings("\n");
        var canonical = "mlops-evidence-1\nstrikes\n"
            + Hash("dll") + " lib/net10.0/Strikes.dll\n"
            + Hash("model") + " mlops/model.onnx\n"
            + Hash(sbom) + " mlops/sbom.cdx.json\n"
            + Hash("{}") + " mlops/signature.json\n";

        manifest.Evidence.ShouldBe(Hash(canonical));
    }

    [Theory]
    [InlineData(PartNames.Manifest, false)]
    [InlineData(PartNames.Envelope, false)]
    [InlineData(PartNames.Model, true)]
    [InlineData(PartNames.Evidence, true)]
    [InlineData(PartNames.Gate, true)]
    [InlineData("lib/net10.0/Strikes.dll", true)]
    public void The_digest_covers_everything_but_version_and_envelope(string part, bool covered) =>
        EvidenceCoverage.Covers(part).ShouldBe(covered);

    [Theory]
    [InlineData("1.4")]
    [InlineData("1.4.2-beta")]
    [InlineData("01.4.2")]
    [InlineData("1.4.2\n")]
    [InlineData("")]
    public void A_model_version_is_three_numbers(string version)
    {
        var diagnostics = new DiagnosticBag();
        var options = new PackOptions
        {
            Name = "Strikes",
            ModelVersion = version,
            Files = new Dictionary<string, string>(),
            OutputFolder = _folder["out"],
        };

        PackageLabel.Write(options, diagnostics).ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackageCodes.InvalidVersion);
    }

    [Fact]
    public void A_part_that_was_not_built_is_named()
    {
        var diagnostics = new DiagnosticBag();
        var options = new PackOptions
        {
            Name = "Strikes",
            ModelVersion = "1.0.0",
            Files = new Dictionary<string, string> { [PartNames.Report] = _folder["none.md"] },
            OutputFolder = _folder["out"],
        };

        PackageLabel.Write(options, diagnostics).ShouldBeNull();
        var finding = diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(PackageCodes.NotBuilt);
        finding.Message.ShouldContain("mlops/report.md");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
