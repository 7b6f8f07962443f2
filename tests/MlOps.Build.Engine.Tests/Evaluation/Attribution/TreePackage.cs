using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Onnx;
using MlOps.Build.Inference;
using MlOps.Build.Inference.Onnx;

namespace MlOps.Build.Engine.Tests.Evaluation.Attribution;

/// <summary>
/// A package in memory of columns <c>x0</c>, <c>x1</c> … and trees. Of each column come two features, itself and its distance from 1, as
/// <see cref="Widened"/> makes them for training, unless <c>plain</c> says otherwise.
/// </summary>
internal sealed class TreePackage : IPackageParts
{
    private readonly Dictionary<string, byte[]> _parts;
    private readonly OnnxModel _model;
    private readonly IReadOnlyList<float[]> _background;
    private readonly string _output;

    private TreePackage(OnnxModel model, ModelSignature signature, IReadOnlyList<float[]> background)
    {
        (_model, _background) = (model, background);
        _output = signature.Task == LearningTask.Regression ? ModelSignature.PredictionOutput : ModelSignature.ProbabilitiesOutput;
        var golden = new GoldenSet
        {
            Columns = [.. signature.Inputs.Select(input => input.Name)],
            Rows = [.. background.Select(row => new GoldenRow([.. row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))], [0f]))],
        };
        _parts = new()
        {
            [PackageParts.Model] = OnnxModelWriter.Write(model),
            [PackageParts.Signature] = JsonSerializer.SerializeToUtf8Bytes(signature, ContractsJson.Default.ModelSignature),
            [PackageParts.Golden] = JsonSerializer.SerializeToUtf8Bytes(golden, ContractsJson.Default.GoldenSet),
        };
        var parts = _parts.Select(part => new ManifestPart(part.Key, Convert.ToHexStringLower(SHA256.HashData(part.Value)), part.Value.Length));
        _parts[PackageParts.Manifest] = JsonSerializer.SerializeToUtf8Bytes(
            new ModelManifest { Name = "Trees", Parts = [.. parts] }, ContractsJson.Default.ModelManifest);
    }

    public string Name => "Trees";

    public static TreePackage Of(byte[] head, TrainingRequest request, IReadOnlyList<float[]> background, bool plain = false)
    {
        var columns = background[0].Length;
        var signature = new ModelSignature
        {
            Task = request.Task,
            Label = "y",
            Classes = [.. Enumerable.Range(0, request.ClassCount).Select(i => $"c{i}")],
            Inputs = [.. Enumerable.Range(0, columns).Select(i => new SignatureInput { Name = $"x{i}", Type = ColumnType.Float32, Nullable = true })],
        };
        return new TreePackage(ModelJoiner.Join(Preprocessing(columns, plain), OnnxModelReader.Read(head)), signature, background);
    }

    /// <summary>The features of raw rows.</summary>
    public static FeatureMatrix Widened(FeatureMatrix raw) => new(
        raw.Rows,
        [.. raw.Names.SelectMany(name => new[] { name, name + " from 1" })],
        [.. Enumerable.Range(0, raw.Rows).SelectMany(row => raw.Row(row).ToArray().SelectMany(x => new[] { x, Math.Abs(x - 1) }))]);

    public byte[]? Read(string path) => _parts.GetValueOrDefault(path);

    public PredictionExplanation Explain(float[] row, int output, ExplanationScale scale = ExplanationScale.Output) =>
        PackagedModel.Open(this).Explain(Inputs([row]), output, scale);

    /// <summary>Shapley values by their definition, over all coalitions of columns, of what the whole model says.</summary>
    public double[] ByCoalitions(float[] row, int output)
    {
        var columns = row.Length;
        var rows = new List<float[]>();
        for (var coalition = 0; coalition < 1 << columns; coalition++)
        {
            foreach (var background in _background)
                rows.Add([.. row.Select((x, i) => (coalition >> i & 1) != 0 ? x : background[i])]);
        }

        var results = ((Tensor<float>)ManagedModelSession.Load(_model).Run(Inputs(rows).Tensors)[_output]).Values;
        var width = results.Length / rows.Count;
        var worth = Enumerable.Range(0, 1 << columns)
            .Select(coalition => Enumerable.Range(0, _background.Count).Average(b => (double)results[(((coalition * _background.Count) + b) * width) + output]))
            .ToArray();
        var values = new double[columns];
        for (var player = 0; player < columns; player++)
        {
            for (var coalition = 0; coalition < worth.Length; coalition++)
            {
                if ((coalition >> player & 1) == 0)
                    values[player] += Weight(BitOperations.PopCount((uint)coalition), columns) * (worth[coalition | 1 << player] - worth[coalition]);
            }
        }

        return values;
    }

    // |S|! (n - |S| - 1)! / n!
    private static double Weight(int size, int players) => Factorial(size) * Factorial(players - size - 1) / Factorial(players);

    private static double Factorial(int n) => Enumerable.Range(1, n).Aggregate(1.0, (product, i) => product * i);

    private static ModelInputs Inputs(IReadOnlyList<float[]> rows)
    {
        var inputs = new ModelInputs(rows.Count);
        for (var column = 0; column < rows[0].Length; column++)
        {
            var values = inputs.Numbers($"x{column}");
            for (var row = 0; row < values.Length; row++)
                values[row] = rows[row][column];
        }

        return inputs;
    }

    private static OnnxModel Preprocessing(int columns, bool plain)
    {
        var builder = new GraphBuilder("features");
        var parts = new List<string>();
        for (var i = 0; i < columns; i++)
        {
            var value = builder.AddNode("Cast", [builder.AddInput($"x{i}", OnnxType.Double, null, 1)], ("to", (long)OnnxType.Float));
            var distance = builder.AddNode("Abs", [builder.AddNode("Sub", [value, builder.AddConstant("one", [1f], 1, 1)])]);
            parts.Add(plain ? value : builder.AddNode("Concat", [value, distance], ("axis", 1L)));
        }

        builder.AddOutput(ModelJoiner.Seam, builder.AddNode("Concat", parts, ("axis", 1L)), OnnxType.Float, null, plain ? columns : 2 * columns);
        return builder.Build();
    }
}
