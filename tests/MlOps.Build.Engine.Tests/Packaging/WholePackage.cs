using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Engine.Packaging.Envelopes;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tests.Pipelines;

namespace MlOps.Build.Engine.Tests.Packaging;

/// <summary>A package of a model that was really trained, as files by path; made once, copied for each test.</summary>
internal sealed class WholePackage : IDisposable
{
    private static readonly Lazy<Dictionary<string, byte[]>> Parts = new(Train);

    private readonly TempFolder _folder = new();

    public WholePackage() => Label();

    /// <summary>The files by path, to change.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(Parts.Value);

    public static byte[] Nuspec(string id, string version, string license = "MIT") => Encoding.UTF8.GetBytes(
        $"""<package><metadata><id>{id}</id><version>{version}</version><license type="expression">{license}</license></metadata></package>""");

    /// <summary>Changes a JSON part.</summary>
    public WholePackage Edit(string part, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(Files[part])!;
        change(node);
        Files[part] = Encoding.UTF8.GetBytes(node.ToJsonString());
        return this;
    }

    /// <summary>Labels the parts as they are now, as somebody would who wants a changed package to look whole.</summary>
    public WholePackage Label(string version = "1.4.2", string? dataLicense = "CC-BY-4.0", BuildOrigin? origin = null)
    {
        var number = 0;
        string[] kept = [PartNames.Manifest, PartNames.Envelope, PartNames.Provenance];
        var label = PackageLabel.Write(
            new PackOptions
            {
                Name = "Tiny",
                ModelVersion = "1.4.2",
                PackageVersion = version,
                License = "MIT",
                DataLicense = dataLicense,
                Origin = origin ?? new BuildOrigin(),
                Files = Files.Where(pair => !kept.Contains(pair.Key) && !pair.Key.EndsWith(".nuspec"))
                    .ToDictionary(pair => pair.Key, pair => _folder.Write($"part{number++}", pair.Value)),
                OutputFolder = _folder["labelled"],
            },
            []).ShouldNotBeNull();
        Files[PartNames.Manifest] = File.ReadAllBytes(label.ManifestFile);
        Files[PartNames.Sbom] = File.ReadAllBytes(label.SbomFile);
        if (label.EnvelopeFile is { } envelope)
            Files[PartNames.Envelope] = File.ReadAllBytes(envelope);
        if (label.ProvenanceFile is { } provenance)
            Files[PartNames.Provenance] = File.ReadAllBytes(provenance);
        Files["Tiny.nuspec"] = Nuspec("Tiny", version);
        return this;
    }

    public string Zip() => SamplePackage.Zip(_folder, Files);

    public string Path(string name) => _folder[name];

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, byte[]> Train()
    {
        using var tiny = new TinyModel();
        tiny.Write("schema.yaml", "license: CC-BY-4.0\ncolumns:\n- {name: width, type: int64, min: 0, max: 200}\n- {name: height, type: int64}\n- {name: good, type: string}\n");
        tiny.RunTo(StageNames.Report, tiny.Project with { License = "MIT" }).Succeeded.ShouldBeTrue();
        var files = PackageContents.Files(new StateFolder(tiny.Project.StateFolder))
            .ToDictionary(pair => pair.Key, pair => File.ReadAllBytes(pair.Value));
        files["lib/net10.0/Tiny.dll"] = Assembly(files);
        return files;
    }

    private static byte[] Assembly(Dictionary<string, byte[]> files)
    {
        using var image = new MemoryStream();
        var resources = new[] { PartNames.Model, PartNames.Signature, PartNames.Golden }
            .Select(part => new ResourceDescription(part, () => new MemoryStream(files[part]), isPublic: true));
        CSharpCompilation.Create("Tiny", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddReferences(MetadataReference.CreateFromFile(typeof(object).Assembly.Location))
            .Emit(image, manifestResources: resources).Success.ShouldBeTrue();
        return image.ToArray();
    }
}
