using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training.Neighbours;

/// <summary>Predictions of scikit-learn; see <c>Expected/make_neighbours.py</c>.</summary>
internal sealed record NeighboursCase
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static NeighboursCase[] All { get; } = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "neighbours.json"))).RootElement
        .GetProperty("cases").Deserialize<NeighboursCase[]>(Options)!;

    public required string Data { get; init; }

    public required LearningTask Task { get; init; }

    public required int Neighbours { get; init; }

    /// <summary>uniform or distance.</summary>
    public required string Weights { get; init; }

    /// <summary>Which rows of the set were predicted.</summary>
    public required int[] Rows { get; init; }

    /// <summary>By row: probabilities of the classes, or the prediction.</summary>
    public required double[][] Outputs { get; init; }
}
