using System.Text.Json.Nodes;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Packaging.Verification;

namespace MlOps.Build.Engine.Tests.Packaging.Verification;

public sealed class PackageVerifierTests : IDisposable
{
    private readonly WholePackage _package = new();
    private readonly DiagnosticBag _diagnostics = [];

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_package_as_it_was_packed_holds()
    {
        var result = Verify();

        _diagnostics.ShouldBeEmpty();
        result.Items.ShouldAllBe(item => item.Holds);
        result.SelfTest.ShouldNotBeNull().Passed.ShouldBeTrue();
        result.Package.ShouldNotBeNull();
    }

    [Fact]
    public void An_envelope_of_the_same_evidence_holds()
    {
        _package.Label(origin: new BuildOrigin { Commit = "1d2e3f4" });

        Verify();
        _diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void An_envelope_of_other_evidence_does_not()
    {
        _package.Label(origin: new BuildOrigin { Commit = "1d2e3f4" }).Edit(PartNames.Envelope, node => node["evidence"] = new string('0', 64));

        ShouldFind(PackageCodes.PartsDisagree, "envelope's evidence");
    }

    [Fact]
    public void Metrics_made_better_in_one_part_are_found_in_the_other()
    {
        _package.Edit(PartNames.Evaluation, node => node["metrics"]![0]!["value"] = 0.999).Label();

        ShouldFind(PackageCodes.PartsDisagree, "'evaluation' in 'mlops/evidence.json'");
    }

    [Fact]
    public void Another_model_beside_the_assembly_is_found()
    {
        _package.Files[PartNames.Signature] = [.. _package.Files[PartNames.Signature], (byte)' '];
        _package.Label();

        ShouldFind(PackageCodes.PartsDisagree, "the resource 'mlops/signature.json' in 'lib/net10.0/Tiny.dll'");
    }

    [Fact]
    public void A_bill_of_materials_of_another_model_is_found()
    {
        _package.Edit(PartNames.Sbom, node => node["metadata"]!["component"]!["hashes"]![0]!["content"] = new string('0', 64)).Label();

        ShouldFind(PackageCodes.SbomMismatch, "model's SHA-256");
    }

    [Fact]
    public void A_bill_of_materials_without_the_data_is_found()
    {
        _package.Edit(PartNames.Sbom, node => node["components"]!.AsArray().RemoveAt(0)).Label();

        ShouldFind(PackageCodes.SbomMismatch, "the data is ''");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("no json")]
    public void A_bill_of_materials_that_is_none_is_said_to_be_none(string text)
    {
        _package.Files[PartNames.Sbom] = System.Text.Encoding.UTF8.GetBytes(text);
        _package.Label();

        ShouldFind(PackageCodes.SbomMismatch, "no CycloneDX document");
    }

    [Fact]
    public void Another_licence_of_the_data_is_found()
    {
        _package.Label(dataLicense: "CC0-1.0");

        Verify();
        _diagnostics.Select(finding => finding.Code).ShouldBe([PackageCodes.PartsDisagree, PackageCodes.SbomMismatch]);
    }

    [Fact]
    public void A_nuspec_of_another_version_is_found()
    {
        _package.Files["Tiny.nuspec"] = WholePackage.Nuspec("Tiny", "1.4.3");

        ShouldFind(PackageCodes.PartsDisagree, "the nuspec's version is '1.4.3', the manifest's '1.4.2'");
    }

    [Fact]
    public void A_nuspec_with_a_document_type_is_not_read()
    {
        _package.Files["Tiny.nuspec"] = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><package><metadata><id>&a;</id></metadata></package>"u8.ToArray();

        ShouldFind(PackageCodes.PartMissing, "no nuspec");
    }

    [Fact]
    public void A_part_that_every_model_package_has_is_missed()
    {
        _package.Files.Remove(PartNames.Gate);
        _package.Label();

        ShouldFind(PackageCodes.PartMissing, PartNames.Gate);
    }

    [Fact]
    public void Golden_rows_that_come_out_otherwise_are_found()
    {
        _package.Files.Remove("lib/net10.0/Tiny.dll");
        _package.Edit(PartNames.Golden, node =>
        {
            var outputs = node["rows"]![0]!["outputs"]!.AsArray();
            (outputs[0], outputs[1]) = (JsonValue.Create(0.5f), JsonValue.Create(0.5f));
        }).Label();

        ShouldFind(PackageCodes.SelfTestFailed, "golden row 1");
    }

    [Fact]
    public void A_model_that_is_none_is_found()
    {
        _package.Files.Remove("lib/net10.0/Tiny.dll");
        _package.Files[PartNames.Model] = "no model"u8.ToArray();
        _package.Edit(PartNames.Sbom, node => node["metadata"]!["component"]!["hashes"]![0]!["content"] =
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("no model"u8))).Label();

        ShouldFind(PackageCodes.ModelUnusable, "cannot be run");
    }

    [Fact]
    public void Evidence_of_a_newer_format_asks_for_an_update()
    {
        _package.Edit(PartNames.Evidence, node => node["format"] = 99).Label();

        ShouldFind(PackageCodes.NewerFormat, "format 99");
    }

    [Fact]
    public void A_manifest_of_a_newer_format_asks_for_an_update()
    {
        _package.Edit(PartNames.Manifest, node =>
        {
            node["format"] = 2;
            node["parts"] = "somewhere else";
        });

        ShouldFind(PackageCodes.NewerFormat, "format 2");
    }

    private PackageVerification Verify() => PackageVerifier.Verify(_package.Zip(), _diagnostics);

    private void ShouldFind(string code, string text)
    {
        var result = Verify();
        var finding = _diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Message.ShouldContain(text);
        finding.Message.ShouldNotContain("\n");
        finding.Position.File.ShouldEndWith("x.nupkg");
        result.Items.Count(item => !item.Holds).ShouldBe(1);
    }
}
