using System.Text.Json;
using System.Text.Json.Serialization;
using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tests.Training.Linear;

/// <summary>Coefficients and their standard errors; see <c>Expected/make_standard_errors.py</c>.</summary>
internal sealed record StandardErrorCase
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static StandardErrorCase[] All { get; } = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "standard_errors.json"))).RootElement
        .GetProperty("cases").Deserialize<StandardErrorCase[]>(Options)!;

    public required string Name { get; init; }

    public required string Data { get; init; }

    public required LearningTask Task { get; init; }

    public required double L2 { get; init; }

    /// <summary>The first so many features are used.</summary>
    public required int Columns { get; init; }

    public required bool Weighted { get; init; }

    /// <summary>Output after output: the intercept at the origin, then the features.</summary>
    public required double[] Values { get; init; }

    public required double[] Errors { get; init; }

    public required double[] P { get; init; }
}
