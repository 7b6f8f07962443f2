using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Evaluation.Metrics;

namespace MlOps.Build.Engine.Tests.Evaluation.Bootstrap;

/// <summary>What SciPy makes of given resamples; see <c>Expected/make_bootstrap.py</c>.</summary>
internal sealed record SciPyBootstrap
{
    public static SciPyBootstrap Read() => JsonSerializer.Deserialize<SciPyBootstrap>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Expected", "bootstrap.json")),
        new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    public required IReadOnlyList<Case> Cases { get; init; }

    public required IReadOnlyList<Series> Blocks { get; init; }

    public required IReadOnlyList<Expansion> Expanded { get; init; }

    internal sealed record Expansion(double Confidence, double Pieces, double Read);

    internal sealed record Case
    {
        public required float[] Errors { get; init; }

        public required int[][] Indices { get; init; }

        public required double[] MaePercentile { get; init; }

        public required double[] MaeBca { get; init; }

        public required double[] RmsePercentile { get; init; }

        public required double[] RmseBca { get; init; }

        public ScoredRows ToRows() => new(LearningTask.Regression, 0, Errors, new float[Errors.Length], 0.5);

        /// <summary>Writes how often a resample holds each row.</summary>
        public void Draw(int number, int[] counts)
        {
            Array.Clear(counts);
            foreach (var row in Indices[number])
                counts[row]++;
        }
    }

    internal sealed record Series
    {
        [JsonPropertyName("series")]
        public required double[] Values { get; init; }

        public required int Block { get; init; }
    }
}
