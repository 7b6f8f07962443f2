using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Training.Bayes;

/// <summary>Joint log likelihoods of scikit-learn; see <c>Expected/make_naive_bayes.py</c>.</summary>
internal sealed record NaiveBayesCase
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static NaiveBayesCase[] All { get; } = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "naive_bayes.json"))).RootElement
        .GetProperty("cases").Deserialize<NaiveBayesCase[]>(Options)!;

    public required string Name { get; init; }

    public required string Data { get; init; }

    public required double VarSmoothing { get; init; }

    public required double Alpha { get; init; }

    public required bool Weighted { get; init; }

    /// <summary>The features' names; null for names of no meaning.</summary>
    public required string[]? Names { get; init; }

    /// <summary>The first feature used.</summary>
    public required int First { get; init; }

    /// <summary>Of every seventh row, by class.</summary>
    public required double[][] Scores { get; init; }
}
