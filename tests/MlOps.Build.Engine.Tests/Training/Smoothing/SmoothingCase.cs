using System.Text.Json;
using MlOps.Build.Engine.Training.Smoothing;

namespace MlOps.Build.Engine.Tests.Training.Smoothing;

/// <summary>Exponential smoothing by statsmodels; see <c>Expected/make_smoothing.py</c>.</summary>
internal sealed record SmoothingCase
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static SmoothingCase[] All { get; } = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "smoothing.json"))).RootElement
        .GetProperty("cases").Deserialize<SmoothingCase[]>(Options)!;

    public required string Name { get; init; }

    /// <summary>How many of the values weights were fitted on.</summary>
    public required int Train { get; init; }

    public required bool Trend { get; init; }

    public required bool Damped { get; init; }

    public required string Season { get; init; }

    public required int Length { get; init; }

    public required double[] Values { get; init; }

    public required double Level { get; init; }

    public required double Slope { get; init; }

    public required double[] Seasons { get; init; }

    /// <summary>Of level, slope and season, and the damping.</summary>
    public required double[] Weights { get; init; }

    /// <summary>Of the one-step forecasts of the training values.</summary>
    public required double Sse { get; init; }

    /// <summary>One-step forecasts of all values with these weights.</summary>
    public required double[] Forecast { get; init; }

    public required double Rmse { get; init; }

    public required double Mase { get; init; }

    public SmoothingForm Form => new(
        Damped ? TrendForm.Damped : Trend ? TrendForm.Additive : TrendForm.None,
        Season switch { "add" => SeasonForm.Additive, "mul" => SeasonForm.Multiplicative, _ => SeasonForm.None },
        Length);
}
