using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Training.Intervals;

/// <summary>Conformal intervals by NumPy; see <c>Expected/make_conformal.py</c>.</summary>
internal sealed record ConformalCase
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static ConformalCase[] All { get; } = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "conformal.json"))).RootElement
        .GetProperty("cases").Deserialize<ConformalCase[]>(Options)!;

    public required string Name { get; init; }

    public required double Coverage { get; init; }

    public required int Rank { get; init; }

    public required double Half { get; init; }

    /// <summary>What scikit-learn predicts for rows that it has not learned from.</summary>
    public required float[] Predictions { get; init; }

    public required float[] Labels { get; init; }

    public required float[] TestPredictions { get; init; }

    public required float[] TestLabels { get; init; }

    /// <summary>The share of the test rows within their intervals.</summary>
    public required double TestCoverage { get; init; }

    public required double TestWidth { get; init; }
}
