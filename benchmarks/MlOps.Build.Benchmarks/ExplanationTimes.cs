using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Benchmarks;

/// <summary>
/// What the explanation of one row takes, by the models of <see cref="InferenceTimes"/> with 20 golden rows: of the output, and of the score.
/// </summary>
internal static class ExplanationTimes
{
    private const int GoldenRows = 20;

    public static void Run()
    {
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        Console.WriteLine("| model | columns | the output, ms | exact | the score, ms | exact |");
        Console.WriteLine("|---|---:|---:|---|---:|---|");
        foreach (var (sample, data, trainer) in InferenceTimes.Models)
        {
            var (model, table, signature) = InferenceTimes.Train(sample, data, trainer);
            var package = PackagedModel.Open(new Parts(model, signature, table));
            var row = new ModelInputs(1);
            foreach (var (name, column) in Engine.Features.TableTensors.Of(table, signature, [GoldenRows]))
                row.Add(name, column);
            var output = package.OutputsPerRow - 1;
            var cells = Enum.GetValues<ExplanationScale>().Select(scale => Cell(() => package.Explain(row, output, scale)));
            Console.WriteLine($"| {sample}, {trainer} | {signature.Inputs.Count} | {string.Join(" | ", cells)} |");
        }
    }

    private static string Cell(Func<PredictionExplanation> explain)
    {
        var exact = explain().Exact;
        var (start, clock, runs) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), 0);
        for (; clock.Elapsed < TimeSpan.FromSeconds(2); runs++)
            explain();
        var time = (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / runs;
        return string.Create(CultureInfo.InvariantCulture, $"{time:F2} | {(exact ? "yes" : "no")}");
    }

    private sealed class Parts : IPackageParts
    {
        private readonly Dictionary<string, byte[]> _parts;

        public Parts(byte[] model, ModelSignature signature, Engine.Data.Table table)
        {
            var golden = new GoldenSet
            {
                Columns = [.. signature.Inputs.Select(input => input.Name)],
                Rows = [.. Enumerable.Range(0, GoldenRows).Select(row =>
                    new GoldenRow([.. signature.Inputs.Select(input => table.Find(input.Name)!.Text(row))], [0f]))],
            };
            _parts = new()
            {
                [PackageParts.Model] = model,
                [PackageParts.Signature] = JsonSerializer.SerializeToUtf8Bytes(signature, ContractsJson.Default.ModelSignature),
                [PackageParts.Golden] = JsonSerializer.SerializeToUtf8Bytes(golden, ContractsJson.Default.GoldenSet),
            };
            var parts = _parts.Select(part => new ManifestPart(part.Key, Convert.ToHexStringLower(SHA256.HashData(part.Value)), part.Value.Length));
            _parts[PackageParts.Manifest] = JsonSerializer.SerializeToUtf8Bytes(
                new ModelManifest { Name = "Times", Parts = [.. parts] }, ContractsJson.Default.ModelManifest);
        }

        public string Name => "Times";

        public byte[]? Read(string path) => _parts.GetValueOrDefault(path);
    }
}
