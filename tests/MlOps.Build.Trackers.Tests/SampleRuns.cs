using System.Globalization;
using System.Security.Cryptography;
using MlOps.Build.Contracts;

namespace MlOps.Build.Trackers.Tests;

/// <summary>Runs with something of everything.</summary>
internal static class SampleRuns
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123);

    /// <param name="number">Gives it an id.</param>
    /// <param name="folder">Where its artifact lies; none without.</param>
    public static TrackedRun One(int number = 1, string? folder = null) => new()
    {
        Id = Id(number),
        Experiment = "bird strikes",
        Name = "train",
        Status = RunStatus.Finished,
        Start = Start,
        End = Start.AddSeconds(90),
        Parameters = new Dictionary<string, string> { ["trees"] = "200", ["rate"] = "0.1", ["objective"] = "log loss", ["shuffle"] = "true", ["grid[0]:a"] = "ä€𝄞" },
        Tags = new Dictionary<string, string> { ["user"] = "ci", ["source"] = "birds.csproj", ["commit"] = "0123456789abcdef0123456789abcdef01234567", ["dirty"] = "false" },
        Metrics = [.. Readings(3), new RunMetric { Key = "auc", Value = 0.8125, Lower = 0.75, Upper = 0.875, Step = 0, Time = Start.AddSeconds(80) },
            Odd("nan", double.NaN), Odd("up", double.PositiveInfinity), Odd("down", double.NegativeInfinity)],
        Histograms = [new RunHistogram { Key = "predictions", Step = 2, Time = Start.AddSeconds(81), Edges = [0, 0.25, 0.5, 1], Counts = [3, 4, 1] }],
        Curves = [new RunCurve
        {
            Key = "precision_recall", Step = 2, Time = Start.AddSeconds(82),
            TruePositives = [4, 3, 0], FalsePositives = [4, 1, 0], TrueNegatives = [0, 3, 4], FalseNegatives = [0, 1, 4],
        }],
        Inputs = [new RunInput { Name = "data/birds.csv", Kind = "data", Sha256 = Hash("birds"u8), Size = 5 }, new RunInput { Name = "training-config.yaml", Kind = "configuration", Sha256 = Hash("x"u8), Size = 1 }],
        Artifacts = folder is null ? [] : [Artifact(folder)],
    };

    /// <summary>One over every limit of a request.</summary>
    public static TrackedRun Large() => One() with
    {
        Parameters = Enumerable.Range(0, 250).ToDictionary(i => $"p{i:D3}", i => new string('x', i == 7 ? 7000 : 10)),
        Tags = Enumerable.Range(0, 230).ToDictionary(i => $"t{i:D3}" + (i == 9 ? new string('k', 300) : ""), i => new string('ü', i < 220 ? 1000 : 6000)),
        Metrics = [.. Readings(2500)],
    };

    public static IEnumerable<RunMetric> Readings(int count) => Enumerable.Range(0, count)
        .Select(step => new RunMetric { Key = "validation.log_loss", Value = 1.0 / (step + 2), Step = step, Time = Start.AddSeconds(step + 1) });

    public static string Id(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    private static RunMetric Odd(string key, double value) => new() { Key = key, Value = value, Time = Start.AddSeconds(80) };

    private static RunArtifact Artifact(string folder)
    {
        var file = Path.Combine(folder, "model.onnx");
        File.WriteAllText(file, "graph");
        return new RunArtifact { Path = "model files/model.onnx", Sha256 = Hash("graph"u8), Size = 5, File = file };
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
