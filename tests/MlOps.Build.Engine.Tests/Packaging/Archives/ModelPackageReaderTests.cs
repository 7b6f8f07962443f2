using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Tests.Packaging.Archives;

public sealed class ModelPackageReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DiagnosticBag _diagnostics = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_as_it_was_packed_opens()
    {
        var package = ModelPackageReader.Open(SamplePackage.Zip(_folder, SamplePackage.Files(_folder)), _diagnostics);

        _diagnostics.ShouldBeEmpty();
        package.ShouldNotBeNull().Manifest.Name.ShouldBe("Strikes");
        package.Read(PartNames.Model).ShouldBe("model"u8.ToArray());
    }

    [Theory]
    [InlineData("mlops/model.onnx")]
    [InlineData("mlops/sbom.cdx.json")]
    [InlineData("lib/net10.0/Strikes.dll")]
    public void A_changed_part_is_named(string part)
    {
        var files = SamplePackage.Files(_folder);
        files[part] = [.. files[part][..^1], (byte)(files[part][^1] ^ 1)];

        ShouldFail(files, PackageCodes.PartChanged, part);
    }

    [Fact]
    public void A_manifest_changed_together_with_a_part_is_found_by_the_evidence_digest()
    {
        var files = SamplePackage.Files(_folder);
        files[PartNames.Model] = "other"u8.ToArray();
        var manifest = SamplePackage.Manifest(files);
        var parts = manifest.Parts.Select(part =>
            part.Path == PartNames.Model ? new PackagePart(part.Path, files[part.Path]).Describe() : part);
        files[PartNames.Manifest] = PackageLabel.ManifestBytes(manifest with { Parts = [.. parts] });

        ShouldFail(files, PackageCodes.PartChanged, "evidence digest");
    }

    [Fact]
    public void An_added_file_is_named()
    {
        var files = SamplePackage.Files(_folder);
        files["build/Strikes.targets"] = "<Project/>"u8.ToArray();

        ShouldFail(files, PackageCodes.PartChanged, "build/Strikes.targets");
    }

    [Theory]
    [InlineData(PartNames.Manifest)]
    [InlineData(PartNames.Model)]
    public void A_missing_part_is_named(string part)
    {
        var files = SamplePackage.Files(_folder);
        files.Remove(part);

        ShouldFail(files, PackageCodes.PartMissing, part);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("mlops/../../evil.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/evil.txt")]
    [InlineData("mlops\\evil.txt")]
    public void A_path_that_leads_outside_is_refused(string name)
    {
        var files = SamplePackage.Files(_folder);
        files[name] = [];

        ShouldFail(files, PackageCodes.PackageRefused, "leads outside");
    }

    [Fact]
    public void A_name_that_occurs_twice_is_refused() => ShouldFail(
        SamplePackage.Files(_folder).Append(new("mlops/model.onnx", [])), PackageCodes.PackageRefused, "twice");

    [Fact]
    public void A_part_that_unpacks_to_more_than_its_size_is_refused()
    {
        var files = SamplePackage.Files(_folder);
        files[PartNames.Model] = new byte[50_000_000];

        ShouldFail(files, PackageCodes.PackageRefused, "unpacks to more than the 5 bytes");
    }

    [Fact]
    public void A_manifest_that_unpacks_to_too_much_is_refused()
    {
        var files = SamplePackage.Files(_folder);
        files[PartNames.Manifest] = new byte[17 << 20];

        ShouldFail(files, PackageCodes.PackageRefused, PartNames.Manifest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"name\":\"x\",\"parts\":[null]}")]
    [InlineData("{\"name\":\"x\",\"parts\":[{\"path\":\"a\"}]}")]
    public void A_manifest_that_is_none_is_said_to_be_unreadable(string json)
    {
        var files = SamplePackage.Files(_folder);
        files[PartNames.Manifest] = Encoding.UTF8.GetBytes(json);

        ShouldFail(files, PackageCodes.PartMissing, PartNames.Manifest);
    }

    [Fact]
    public void Something_else_than_an_archive_cannot_be_opened()
    {
        ModelPackageReader.Open(_folder.Write("x.nupkg", "no archive"u8.ToArray()), _diagnostics).ShouldBeNull();

        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackageCodes.PackageUnreadable);
    }

    [Fact]
    public void A_file_that_does_not_exist_cannot_be_opened()
    {
        ModelPackageReader.Open(_folder["none.nupkg"], _diagnostics).ShouldBeNull();

        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackageCodes.PackageUnreadable);
    }

    [Fact]
    public void A_truncated_archive_cannot_be_opened()
    {
        var path = SamplePackage.Zip(_folder, SamplePackage.Files(_folder));
        var bytes = File.ReadAllBytes(path);

        ModelPackageReader.Open(_folder.Write("half.nupkg", bytes[..(bytes.Length / 2)]), _diagnostics).ShouldBeNull();

        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackageCodes.PackageUnreadable);
    }

    private void ShouldFail(IEnumerable<KeyValuePair<string, byte[]>> files, string code, string text)
    {
        ModelPackageReader.Open(SamplePackage.Zip(_folder, files), _diagnostics).ShouldBeNull();

        var finding = _diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.Message.ShouldContain(text);
        finding.Message.ShouldNotContain("\n");
        finding.Position.File.ShouldEndWith("x.nupkg");
    }
}
