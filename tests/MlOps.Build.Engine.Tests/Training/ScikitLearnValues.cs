using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlOps.Build.Engine.Tests.Training;

/// <summary><c>Expected/training.json</c>.</summary>
internal sealed record ScikitLearnValues
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static ScikitLearnValues All { get; } =
        JsonSerializer.Deserialize<ScikitLearnValues>(File.ReadAllText(Path.Combine(ExampleSet.Folder, "training.json")), Options)!;

    public required LinearCase[] Linear { get; init; }

    public required TreesCase[] Trees { get; init; }

    public required RoundsCase[] Rounds { get; init; }
}
