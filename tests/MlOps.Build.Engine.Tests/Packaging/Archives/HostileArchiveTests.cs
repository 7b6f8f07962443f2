using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Archives;

namespace MlOps.Build.Engine.Tests.Packaging.Archives;

/// <summary>Archives that nobody packs by accident. None is unpacked beyond its budget, none ends in an exception.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly DiagnosticBag _diagnostics = [];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mlops/%2e%2e/%2e%2e/evil.txt")]
    [InlineData("%2Fetc/passwd")]
    [InlineData("mlops/./evil.txt")]
    [InlineData("mlops%5Cevil.txt")]
    public void An_escaped_path_that_leads_outside_is_refused(string name) => ShouldRefuse(Files(name), "leads outside");

    [Theory]
    [InlineData("mlops/Model.onnx")]
    [InlineData("mlops/model%2Eonnx")]
    [InlineData("MLOPS/MODEL.ONNX")]
    public void A_name_that_is_another_one_once_it_is_unpacked_is_refused(string name) => ShouldRefuse(Files(name), "twice");

    // Naming Files, Paths, and Namespaces (Windows): what it drops, and the names of devices.
    [Theory]
    [InlineData("mlops/model.onnx.")]
    [InlineData("mlops/model.onnx ")]
    [InlineData("mlops /evil.txt")]
    [InlineData("mlops/NUL")]
    [InlineData("docs/aux.md")]
    [InlineData("docs/COM1.tar.gz")]
    [InlineData("docs%2F%2Fevil.txt")]
    public void A_name_that_Windows_changes_is_refused(string name) => ShouldRefuse(Files(name), "another one on Windows");

    [Fact]
    public void A_file_that_is_a_folder_too_is_refused()
    {
        var files = Files("docs/readme");
        files["Docs/Readme/evil.txt"] = [];
        ShouldRefuse(files, "as a file and as a folder");
    }

    [Fact]
    public void An_archive_in_the_archive_is_a_file_like_any_other()
    {
        var bomb = new MemoryStream();
        using (var inner = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = inner.CreateEntry("../zeros").Open();
            stream.Write(new byte[100 << 20]);
        }

        ModelPackageReader.Open(SamplePackage.Zip(_folder, new Dictionary<string, byte[]>(SamplePackage.Files(_folder)) { ["docs/inner.zip"] = bomb.ToArray() }), _diagnostics)
            .ShouldNotBeNull();
        _diagnostics.ShouldBeEmpty();
    }

    // APPNOTE.TXT 4.5.3: where a size is all ones, the real one stands in the extra field 0x0001 - or so the archive says.
    [Theory]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 40)]
    public void A_size_of_64_bits_that_the_archive_only_claims_is_refused(long claimed)
    {
        var path = SamplePackage.Zip(_folder, SamplePackage.Files(_folder));
        ModelPackageReader.Open(_folder.Write("lying.nupkg", Claim64(File.ReadAllBytes(path), claimed)), _diagnostics).ShouldBeNull();
        _diagnostics.ShouldNotBeEmpty();
        _diagnostics.ShouldAllBe(finding => finding.Code == PackageCodes.PackageRefused || finding.Code == PackageCodes.PackageUnreadable);
    }

    [Fact]
    public void A_name_with_control_characters_is_refused_and_not_printed()
    {
        ShouldRefuse(Files("readme\u001b[2J\u202e.md"), "has a name that no package has");
        _diagnostics.Single().Message.ShouldContain("readme?[2J?.md");
    }

    [Fact]
    public void A_symbolic_link_is_refused() => ShouldRefuse(SamplePackage.Files(_folder), "is a symbolic link", entry => entry.ExternalAttributes = 0xA1FF << 16);

    [Fact]
    public void A_device_is_refused() => ShouldRefuse(SamplePackage.Files(_folder), "neither file nor folder", entry => entry.ExternalAttributes = 0x21B6 << 16);

    [Fact]
    public void Too_many_entries_are_refused() =>
        ShouldRefuse(SamplePackage.Files(_folder).Concat(Enumerable.Range(0, 10_001).Select(i => KeyValuePair.Create($"x{i}", Array.Empty<byte>()))), "at most 10000");

    [Fact]
    public void A_bomb_that_its_manifest_knows_of_is_refused() =>
        ShouldRefuse(SamplePackage.Files(_folder, model: new byte[100 << 20]), "no model package does");

    [Fact]
    public void An_added_source_file_that_a_build_would_compile_is_named()
    {
        ModelPackageReader.Open(SamplePackage.Zip(_folder, Files("contentFiles/cs/any/evil.cs")), _diagnostics).ShouldBeNull();

        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackageCodes.PartChanged);
    }

    [Fact]
    public void A_model_beside_the_assembly_may_be_there_when_it_is_the_model()
    {
        var files = SamplePackage.Files(_folder);
        files["contentFiles/any/any/Strikes.model.onnx"] = files[PartNames.Model];
        ModelPackageReader.Open(SamplePackage.Zip(_folder, files), _diagnostics).ShouldNotBeNull();
        _diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Another_model_beside_the_assembly_is_named()
    {
        var files = SamplePackage.Files(_folder);
        files["contentFiles/any/any/Strikes.model.onnx"] = "evil!"u8.ToArray();
        ModelPackageReader.Open(SamplePackage.Zip(_folder, files), _diagnostics).ShouldBeNull();

        _diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackageCodes.PartChanged);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000_000)]
    public void A_size_that_the_archive_only_claims_is_refused(int claimed)
    {
        var path = SamplePackage.Zip(_folder, SamplePackage.Files(_folder));
        var bytes = File.ReadAllBytes(path);
        // APPNOTE.TXT 4.3.12: the uncompressed size stands 24 bytes into a header of the central directory, the name 46.
        for (var i = 0; i < bytes.Length - 46; i++)
        {
            if (bytes.AsSpan(i).StartsWith("PK\u0001\u0002"u8) && bytes.AsSpan(i + 46).StartsWith("mlops/model.onnx"u8))
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i + 24), claimed);
        }

        ModelPackageReader.Open(_folder.Write("lying.nupkg", bytes), _diagnostics).ShouldBeNull();
        _diagnostics.ShouldNotBeEmpty();
        _diagnostics.ShouldAllBe(finding => finding.Code == PackageCodes.PackageRefused || finding.Code == PackageCodes.PackageUnreadable || finding.Code == PackageCodes.PartChanged);
    }

    /// <summary>Every byte of an archive, changed one at a time: a finding or a package, never an exception.</summary>
    [Fact]
    public void Any_changed_byte_has_an_answer()
    {
        var bytes = File.ReadAllBytes(SamplePackage.Zip(_folder, SamplePackage.Files(_folder)));
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= (byte)(1 << (i % 8));
            var findings = new DiagnosticBag();
            var package = ModelPackageReader.Open(_folder.Write("changed.nupkg", changed), findings);
            (package is null).ShouldBe(findings.HasErrors);
        }
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var files = SamplePackage.Files(_folder);
        files[PartNames.Model] = "other"u8.ToArray();
        files.Remove(PartNames.Signature);
        files["tools/install.ps1"] = Encoding.UTF8.GetBytes("x");

        ModelPackageReader.Open(SamplePackage.Zip(_folder, files), _diagnostics).ShouldBeNull();
        _diagnostics.Select(finding => finding.Code).ShouldBe([PackageCodes.PartChanged, PackageCodes.PartMissing, PackageCodes.PartChanged], ignoreOrder: true);
    }

    // Adds the extra field to the model's header in the central directory, and makes up for it in the directory's size.
    private static byte[] Claim64(byte[] archive, long claimed)
    {
        var bytes = archive.ToList();
        for (var i = 0; i < bytes.Count - 46; i++)
        {
            var header = bytes.GetRange(i, 46).ToArray();
            if (!header.AsSpan().StartsWith("PK\u0001\u0002"u8) || !bytes.Skip(i + 46).Take(16).SequenceEqual("mlops/model.onnx"u8.ToArray()))
                continue;
            var extra = new byte[12];
            BinaryPrimitives.WriteInt16LittleEndian(extra, 1);
            BinaryPrimitives.WriteInt16LittleEndian(extra.AsSpan(2), 8);
            BinaryPrimitives.WriteInt64LittleEndian(extra.AsSpan(4), claimed);
            var length = BinaryPrimitives.ReadInt16LittleEndian(header.AsSpan(30));
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), -1);
            BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(30), (short)(length + extra.Length));
            bytes.RemoveRange(i, 46);
            bytes.InsertRange(i, header);
            bytes.InsertRange(i + 46 + 16, extra);
            break;
        }

        var changed = bytes.ToArray();
        var end = changed.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var size = BinaryPrimitives.ReadInt32LittleEndian(changed.AsSpan(end + 12));
        BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(end + 12), size + 12);
        return changed;
    }

    private Dictionary<string, byte[]> Files(string added) => new(SamplePackage.Files(_folder)) { [added] = "x"u8.ToArray() };

    private void ShouldRefuse(IEnumerable<KeyValuePair<string, byte[]>> files, string text, Action<ZipArchiveEntry>? first = null)
    {
        var path = SamplePackage.Zip(_folder, files);
        if (first is not null)
        {
            using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
            first(archive.Entries[0]);
        }

        ModelPackageReader.Open(path, _diagnostics).ShouldBeNull();
        var finding = _diagnostics.ShouldHaveSingleItem();
        finding.Code.ShouldBe(PackageCodes.PackageRefused);
        finding.Message.ShouldContain(text);
    }
}
