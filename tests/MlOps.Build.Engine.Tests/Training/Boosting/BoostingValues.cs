using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Training.Boosting;

/// <summary><c>Expected/boosting.json</c>, made by <c>make_boosting.py</c>.</summary>
internal sealed record BoostingValues
{
    public static BoostingValues All { get; } = JsonSerializer.Deserialize<BoostingValues>(
        File.ReadAllText(Path.Combine(ExampleSet.Folder, "boosting.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    public required NamedRounds[] Rounds { get; init; }

    public required HuberValues Huber { get; init; }

    /// <summary>The loss on rows not learned from, round after round.</summary>
    internal sealed record NamedRounds(string Name, string Data, double[] Losses);

    /// <summary>SciPy's Huber loss.</summary>
    internal sealed record HuberValues(double[] Errors, double Alpha, double[] Losses);
}
