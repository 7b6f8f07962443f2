using System.IO.Compression;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Engine.Packaging;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Tool.Tests;

/// <summary>A package whose model gives the column <c>x</c> back as the probability of <c>Wet</c>; it takes <c>place</c> and ignores it.</summary>
internal static class TinyPackage
{
    public static string Write(ToolFolder folder, float goldenProbability = 0.25f, string? evidence = null, bool placeNullable = true)
    {
        var parts = new Dictionary<string, byte[]>
        {
            [PartNames.Model] = OnnxModelWriter.Write(Model()),
            [PartNames.Signature] = JsonSerializer.SerializeToUtf8Bytes(Signature(placeNullable), ContractsJson.Default.ModelSignature),
            [PartNames.Golden] = JsonSerializer.SerializeToUtf8Bytes(Golden(goldenProbability), ContractsJson.Default.GoldenSet),
            [PartNames.Sbom] = """{"bomFormat":"CycloneDX","specVersion":"1.6"}"""u8.ToArray(),
        };
        if (evidence is not null)
            parts[PartNames.Evidence] = System.Text.Encoding.UTF8.GetBytes(evidence);
        var files = parts.ToDictionary(pair => pair.Key, pair => folder[Path.GetFileName(pair.Key)]);
        foreach (var (part, file) in files)
            File.WriteAllBytes(file, parts[part]);
        var options = new PackOptions { Name = "Rain", ModelVersion = "1.4.2", Files = files, OutputFolder = folder["labelled"] };
        var label = PackageLabel.Write(options, []).ShouldNotBeNull();
        parts[PartNames.Manifest] = File.ReadAllBytes(label.ManifestFile);
        parts[PartNames.Sbom] = File.ReadAllBytes(label.SbomFile);

        using var archive = ZipFile.Open(folder["rain.nupkg"], ZipArchiveMode.Create);
        foreach (var (part, bytes) in parts)
        {
            using var stream = archive.CreateEntry(part).Open();
            stream.Write(bytes);
        }

        return folder["rain.nupkg"];
    }

    private static ModelSignature Signature(bool placeNullable) => new()
    {
        Task = LearningTask.Binary,
        Label = "Wet",
        Inputs =
        [
            new SignatureInput { Name = "x", Type = ColumnType.Float64, Nullable = false },
            new SignatureInput { Name = "place", Type = ColumnType.String, Nullable = placeNullable },
        ],
        Classes = ["not Wet", "Wet"],
        Threshold = 0.5,
    };

    private static GoldenSet Golden(float probability) =>
        new() { Columns = ["x", "place"], Rows = [new GoldenRow(["0.25", null], [1 - probability, probability])] };

    private static OnnxModel Model()
    {
        var graph = new GraphBuilder("rain");
        var x = graph.AddInput("x", OnnxType.Double, null, 1);
        graph.AddInput("place", OnnxType.String, null, 1);
        var wet = graph.AddNode("Cast", [x], ("to", (long)OnnxType.Float));
        var dry = graph.AddNode("Sub", [graph.AddConstant("one", new[] { 1f }, 1), wet]);
        var both = graph.AddNode("Concat", [dry, wet], ("axis", 1L));
        graph.AddOutput(ModelSignature.ProbabilitiesOutput, both, OnnxType.Float, null, 2);
        return graph.Build();
    }
}
