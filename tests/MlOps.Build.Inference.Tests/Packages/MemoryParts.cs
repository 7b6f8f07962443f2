using System.Security.Cryptography;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Inference.Tests.Packages;

/// <summary>A package in memory: its model gives the column <c>x</c> back as a number.</summary>
internal sealed class MemoryParts : IPackageParts
{
    private readonly Dictionary<string, byte[]> _parts = new()
    {
        [PackageParts.Model] = OnnxModelWriter.Write(Model()),
        [PackageParts.Signature] = JsonSerializer.SerializeToUtf8Bytes(Signature(), ContractsJson.Default.ModelSignature),
        [PackageParts.Golden] = JsonSerializer.SerializeToUtf8Bytes(Golden(), ContractsJson.Default.GoldenSet),
    };

    public MemoryParts()
    {
        var manifest = new ModelManifest
        {
            Name = "Echo",
            Parts = [.. _parts.Select(part => new ManifestPart(part.Key, Convert.ToHexStringLower(SHA256.HashData(part.Value)), part.Value.Length))],
        };
        _parts[PackageParts.Manifest] = JsonSerializer.SerializeToUtf8Bytes(manifest, ContractsJson.Default.ModelManifest);
    }

    public string Name => "Echo";

    public byte[]? this[string path]
    {
        set
        {
            if (value is null)
                _parts.Remove(path);
            else
                _parts[path] = value;
        }
    }

    public byte[]? Read(string path) => _parts.GetValueOrDefault(path);

    /// <summary>One row of <c>x</c>, and a column that the graph does not take.</summary>
    public static ModelInputs Row(double x)
    {
        var inputs = new ModelInputs(1);
        inputs.Numbers("x")[0] = x;
        inputs.Texts("unused")[0] = "";
        return inputs;
    }

    private static ModelSignature Signature() => new()
    {
        Task = LearningTask.Regression,
        Label = "y",
        Inputs =
        [
            new SignatureInput { Name = "x", Type = ColumnType.Float64, Nullable = false },
            new SignatureInput { Name = "unused", Type = ColumnType.String, Nullable = true },
        ],
    };

    private static GoldenSet Golden() => new() { Columns = ["unused", "x"], Rows = [new GoldenRow([null, "2.5"], [2.5f]), new GoldenRow(["a", "-1"], [-1f])] };

    private static OnnxModel Model() => new()
    {
        Opsets = new Dictionary<string, long> { [""] = 18 },
        Graph = new OnnxGraph
        {
            Name = "echo",
            Nodes =
            [
                new OnnxNode
                {
                    Operator = "Cast",
                    Inputs = ["x"],
                    Outputs = [ModelSignature.PredictionOutput],
                    Attributes = new Dictionary<string, object> { ["to"] = (long)OnnxType.Float },
                },
            ],
            Inputs = [new OnnxValue("x", OnnxType.Double, [null, 1])],
            Outputs = [new OnnxValue(ModelSignature.PredictionOutput, OnnxType.Float, [null, 1])],
        },
    };
}
