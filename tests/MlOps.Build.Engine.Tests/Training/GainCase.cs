using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary>Shares of gains by feature, see <c>Expected/make_gains.py</c>.</summary>
internal sealed record GainCase(string Data, LearningTask Task, double[] Shares)
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "gains.json"))).RootElement;

    public static GainCase[] Boosted { get; } = Root.GetProperty("boosted").Deserialize<GainCase[]>(Options)!;

    public static GainCase[] Trees { get; } = Root.GetProperty("trees").Deserialize<GainCase[]>(Options)!;

    /// <summary>Of boosted trees.</summary>
    public int Rounds { get; init; }

    /// <summary>Of a single tree: most splits between root and leaf.</summary>
    public int Depth { get; init; }

    /// <summary>Of a single tree: fewest rows in a leaf.</summary>
    public int Leaf { get; init; }
}
