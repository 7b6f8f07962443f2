using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using MlOps.Build.Contracts;

namespace MlOps.Build.Inference.Tests.Packages;

/// <summary>A package whose model is a C# function of number columns <c>x0</c>, <c>x1</c> …, and of a column <c>noise</c> that it ignores.</summary>
internal sealed class FunctionParts : IPackageParts
{
    private readonly Dictionary<string, byte[]> _parts;

    private FunctionParts(ModelSignature signature, GoldenSet golden)
    {
        _parts = new()
        {
            [PackageParts.Model] = [1],
            [PackageParts.Signature] = JsonSerializer.SerializeToUtf8Bytes(signature, ContractsJson.Default.ModelSignature),
            [PackageParts.Golden] = JsonSerializer.SerializeToUtf8Bytes(golden, ContractsJson.Default.GoldenSet),
        };
        var manifest = new ModelManifest
        {
            Name = "Function",
            Parts = [.. _parts.Select(part => new ManifestPart(part.Key, Convert.ToHexStringLower(SHA256.HashData(part.Value)), part.Value.Length))],
        };
        _parts[PackageParts.Manifest] = JsonSerializer.SerializeToUtf8Bytes(manifest, ContractsJson.Default.ModelManifest);
    }

    public string Name => "Function";

    public static PackagedModel Open(Func<double[], double> function, int columns, IReadOnlyList<double[]> background)
    {
        string[] names = [.. Enumerable.Range(0, columns).Select(i => $"x{i}"), "noise"];
        var signature = new ModelSignature
        {
            Task = LearningTask.Regression,
            Label = "y",
            Inputs = [.. names.Select(name => new SignatureInput { Name = name, Type = ColumnType.Float64, Nullable = true })],
        };
        var golden = new GoldenSet
        {
            Columns = names,
            Rows = [.. background.Select(row => new GoldenRow([.. row.Append(7).Select(value => value.ToString("R", CultureInfo.InvariantCulture))], [0f]))],
        };
        return PackagedModel.Open(new FunctionParts(signature, golden), _ => new Session(function, columns));
    }

    /// <summary>A package of a signature, whose model is never run.</summary>
    public static PackagedModel Open(ModelSignature signature) =>
        PackagedModel.Open(new FunctionParts(signature, new GoldenSet { Columns = [], Rows = [] }), _ => new Session(_ => 0, 0));

    public static ModelInputs Row(IReadOnlyList<double> values)
    {
        var inputs = new ModelInputs(1);
        for (var i = 0; i < values.Count; i++)
            inputs.Numbers($"x{i}")[0] = values[i];
        inputs.Numbers("noise")[0] = -99;
        return inputs;
    }

    public byte[]? Read(string path) => _parts.GetValueOrDefault(path);

    private sealed class Session(Func<double[], double> function, int columns) : IModelSession
    {
        public IReadOnlyList<string> Inputs { get; } = [.. Enumerable.Range(0, columns).Select(i => $"x{i}")];

        public IReadOnlyList<string> Outputs => [ModelSignature.PredictionOutput];

        public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
        {
            var values = Inputs.Select(name => ((Tensor<double>)inputs[name]).Values).ToList();
            var outputs = Enumerable.Range(0, values[0].Length).Select(row => (float)function([.. values.Select(column => column[row])])).ToArray();
            return new Dictionary<string, Tensor> { [ModelSignature.PredictionOutput] = Tensor.Create(outputs, outputs.Length, 1) };
        }
    }
}
