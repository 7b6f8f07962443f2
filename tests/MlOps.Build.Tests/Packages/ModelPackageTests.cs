using System.IO.Compression;
using System.Text;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Packaging.Archives;
using MlOps.Build.Engine.Packaging.Verification;
using MlOps.Build.Inference;
using MlOps.Build.Tests.Shared;

namespace MlOps.Build.Tests.Packages;

/// <summary>What 'dotnet pack' leaves.</summary>
[Collection(nameof(PackedModel))]
public sealed class ModelPackageTests(PackedModel packed)
{
    private static readonly string[] Expected =
    [
        "lib/net10.0/Parcels.dll", "mlops/checklist.md", "mlops/data.json", "mlops/evaluation.json", "mlops/evidence.json", "mlops/features.json",
        "mlops/gate.json",
        "mlops/golden.json", "mlops/lineage.json", "mlops/manifest.json", "mlops/model-card.md", "mlops/model.onnx", "mlops/profile.json",
        "mlops/report.md", "mlops/sbom.cdx.json", "mlops/signature.json", "mlops/split.json", "mlops/training-rows.json", "mlops/training.json",
    ];

    [Fact]
    public void Two_folders_give_the_same_bytes()
    {
        Path.GetFileName(packed.Second).ShouldBe(Path.GetFileName(packed.First));
        File.ReadAllBytes(packed.Second).AsSpan().SequenceEqual(File.ReadAllBytes(packed.First)).ShouldBeTrue();
    }

    [Fact]
    public void It_holds_the_evidence_and_a_version_that_names_it()
    {
        using var archive = ZipFile.OpenRead(packed.First);
        archive.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("lib/") || name.StartsWith("mlops/"))
            .Order(StringComparer.Ordinal).ShouldBe(Expected);

        var manifest = Open(packed.First).Manifest;
        manifest.Version.ShouldBe($"1.4.2-local.g{manifest.Evidence![..7]}");
        manifest.Version.ShouldBe(packed.Version);
    }

    [Fact]
    public void It_verifies()
    {
        var diagnostics = new DiagnosticBag();
        var result = PackageVerifier.Verify(packed.First, diagnostics);

        diagnostics.ShouldBeEmpty();
        result.Items.ShouldAllBe(item => item.Holds);
    }

    [Fact]
    public void It_depends_on_nothing_but_the_runtime()
    {
        using var archive = ZipFile.OpenRead(packed.First);
        using var reader = new StreamReader(archive.GetEntry("Parcels.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();

        nuspec.Split("<dependency ").Length.ShouldBe(2);
        nuspec.ShouldContain("id=\"MlOps.Build.Inference\"");
        nuspec.ShouldNotContain("commit=");
    }

    [Fact]
    public void Its_golden_rows_come_out_the_same_here()
    {
        var model = PackagedModel.Open(Open(packed.First));

        model.SelfTest().Passed.ShouldBeTrue();
        model.Signature.Inputs.Select(input => input.Name).ShouldBe(["width", "height", "colour", "account"]);
    }

    [Fact]
    public void Its_bill_of_materials_keeps_the_published_schema()
    {
        PublishedSchema.SkipIfAbsent();

        PublishedSchema.Check(PublishedSchema.CycloneDx, Open(packed.First).Read("mlops/sbom.cdx.json")).ShouldBe("ok");
    }

    [Fact]
    public void Its_licences_stand_in_nuspec_manifest_bill_of_materials_and_card()
    {
        using var archive = ZipFile.OpenRead(packed.First);
        using var nuspec = new StreamReader(archive.GetEntry("Parcels.nuspec")!.Open());
        var text = nuspec.ReadToEnd();
        text.ShouldContain("<license type=\"expression\">MIT</license>");
        text.ShouldContain("Trained on data under CC-BY-4.0.");

        var package = Open(packed.First);
        (package.Manifest.License, package.Manifest.DataLicense).ShouldBe(("MIT", "CC-BY-4.0"));
        Encoding.UTF8.GetString(package.Read("mlops/sbom.cdx.json")!).ShouldContain("\"expression\": \"CC-BY-4.0\"");
        Encoding.UTF8.GetString(package.Read("mlops/model-card.md")!).ShouldContain("Licence of the data: CC-BY-4.0.");
    }

    [Fact]
    public void A_build_that_is_told_its_commit_and_run_puts_them_into_an_envelope_and_not_into_the_evidence()
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(packed.First))!;
        PackedModel.Run(folder, "pack", "--no-build", "-o", "told", "-p:MlOpsCommit=1d2e3f4", "-p:MlOpsRun=812", "-p:MlOpsTime=2026-03-14T11:12:00+01:00", "-nodeReuse:false");

        var package = Path.Combine(folder, "told", Path.GetFileName(packed.First));
        using var archive = ZipFile.OpenRead(package);
        using var stream = archive.GetEntry("mlops/envelope.json")!.Open();
        var envelope = JsonSerializer.Deserialize(stream, ContractsJson.Default.PackageEnvelope).ShouldNotBeNull();
        (envelope.Commit, envelope.Run, envelope.Time, envelope.Actor).ShouldBe(("1d2e3f4", "812", "2026-03-14T10:12:00Z", null));
        envelope.Evidence.ShouldBe(Open(packed.First).Manifest.Evidence);
        Open(package).Manifest.Evidence.ShouldBe(envelope.Evidence);
    }

    [Fact]
    public void Its_bill_of_materials_is_an_ML_BOM_with_a_model_card()
    {
        using var document = JsonDocument.Parse(Open(packed.First).Read("mlops/sbom.cdx.json"));
        var component = document.RootElement.GetProperty("metadata").GetProperty("component");

        document.RootElement.GetProperty("bomFormat").GetString().ShouldBe("CycloneDX");
        document.RootElement.GetProperty("specVersion").GetString().ShouldBe("1.6");
        component.GetProperty("type").GetString().ShouldBe("machine-learning-model");
        component.GetProperty("purl").GetString().ShouldBe($"pkg:nuget/Parcels@{packed.Version}");
        var card = component.GetProperty("modelCard");
        card.GetProperty("modelParameters").GetProperty("inputs").GetArrayLength().ShouldBe(4);
        card.GetProperty("quantitativeAnalysis").GetProperty("performanceMetrics").GetArrayLength().ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(PackedModel.SecretText)]
    [InlineData(PackedModel.SecretNumber)]
    public void No_value_of_a_sensitive_column_is_in_it(string secret)
    {
        using var archive = ZipFile.OpenRead(packed.First);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                bytes.ToArray().AsSpan().IndexOf(encoding.GetBytes(secret)).ShouldBe(-1, entry.FullName);
        }
    }

    [Theory]
    [InlineData(PackedModel.SecretText)]
    [InlineData(PackedModel.SecretNumber)]
    public void No_value_of_a_sensitive_column_is_in_the_files_that_people_open(string secret)
    {
        var files = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(packed.First)!, "..", "bin", "Release", "mlops"));

        files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ShouldBe(["data-report.html", "evidence.json", "model-card.md", "model.onnx", "report.html", "report.md"]);
        foreach (var file in files)
            File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, file);
    }

    [Fact]
    public void Another_version_is_a_label_on_the_same_evidence_and_the_same_bits()
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(packed.First))!;
        PackedModel.Run(folder, "pack", "--no-build", "-o", "stable", "-p:MlOpsPackageVersion=1.4.2", "-nodeReuse:false");

        var (local, stable) = (Open(packed.First), Open(Path.Combine(folder, "stable", "Parcels.1.4.2.nupkg")));
        stable.Manifest.Version.ShouldBe("1.4.2");
        stable.Manifest.Evidence.ShouldBe(local.Manifest.Evidence);
        stable.Read("lib/net10.0/Parcels.dll").ShouldBe(local.Read("lib/net10.0/Parcels.dll"));
    }

    [Fact]
    public void A_model_that_is_too_big_to_embed_is_content()
    {
        var package = packed.Pack("large", properties: "<MlOpsEmbedLimit>1</MlOpsEmbedLimit>");

        using var archive = ZipFile.OpenRead(package);
        archive.GetEntry("contentFiles/any/any/Parcels.model.onnx").ShouldNotBeNull();
        archive.GetEntry("lib/net10.0/Parcels.dll")!.Length.ShouldBeLessThan(archive.GetEntry("mlops/model.onnx")!.Length + 40_000);
        File.Copy(package, Path.Combine(packed.Feed, Path.GetFileName(package)));

        var version = Path.GetFileNameWithoutExtension(package)["Parcels.".Length..];
        var application = packed.WriteApplication("large-app", ApplicationTests.Program, version: version);
        PackedModel.Run(application, "run").Output.ShouldContain("self-test True");
    }

    [Fact]
    public void A_reference_that_would_reach_consumers_is_an_error()
    {
        var folder = packed.WriteModel("open");
        var project = Path.Combine(folder, "Parcels.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace(" PrivateAssets=\"all\"", "", StringComparison.Ordinal));

        var run = PackedModel.TryRun(folder, "pack", "-tl:off");
        run.Succeeded.ShouldBeFalse();
        run.Output.ShouldContain($"error {BuildCodes.BuildDependencyPacked}");
    }

    private static ModelPackage Open(string path)
    {
        var diagnostics = new DiagnosticBag();
        var package = ModelPackageReader.Open(path, diagnostics);
        diagnostics.ShouldBeEmpty();
        return package.ShouldNotBeNull();
    }
}
