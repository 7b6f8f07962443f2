using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Training.Calibration;

/// <summary>Calibrations of scikit-learn; see <c>Expected/make_calibration.py</c>.</summary>
internal sealed record CalibrationCase
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static CalibrationCase[] All { get; } = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(ExampleSet.Folder, "calibration.json"))).RootElement
        .GetProperty("cases").Deserialize<CalibrationCase[]>(Options)!;

    public required string Name { get; init; }

    /// <summary>Probabilities of the positive class.</summary>
    public required float[] Positive { get; init; }

    public required float[] Labels { get; init; }

    /// <summary>Slope and intercept of <c>_SigmoidCalibration</c>.</summary>
    public required double[] Platt { get; init; }

    /// <summary>Slope and intercept at the minimum of its loss.</summary>
    public required double[] Exact { get; init; }

    /// <summary>Probabilities for which isotonic regression was asked.</summary>
    public required float[] Grid { get; init; }

    public required double[] Isotonic { get; init; }
}
