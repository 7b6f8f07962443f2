using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training.Forests;

/// <summary>Values of scikit-learn's forests; see <c>Expected/make_forests.py</c>.</summary>
internal sealed record ForestCase
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "forests.json"))).RootElement;

    public static ForestCase[] Trees { get; } = Root.GetProperty("trees").Deserialize<ForestCase[]>(Options)!;

    public static ForestCase[] Forests { get; } = Root.GetProperty("forests").Deserialize<ForestCase[]>(Options)!;

    public required string Data { get; init; }

    public required LearningTask Task { get; init; }

    /// <summary>Of a single tree: most splits between root and leaf.</summary>
    public int Depth { get; init; }

    /// <summary>Of a single tree: fewest rows in a leaf.</summary>
    public int Leaf { get; init; }

    /// <summary>Of a single tree, by training row: probabilities of the classes, or the prediction.</summary>
    public double[][] Outputs { get; init; } = [];

    /// <summary>The name of ours that the forest is compared with.</summary>
    public string Trainer { get; init; } = "";

    /// <summary>By division, the mean squared error on unseen rows.</summary>
    public double[] Losses { get; init; } = [];
}
