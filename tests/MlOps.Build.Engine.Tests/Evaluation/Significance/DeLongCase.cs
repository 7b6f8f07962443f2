using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Evaluation.Significance;

/// <summary>A case of <c>Expected/delong.json</c>; see <c>Expected/make_delong.py</c>.</summary>
internal sealed record DeLongCase
{
    public static IReadOnlyList<DeLongCase> All { get; } = JsonSerializer.Deserialize<DeLongCase[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation", "Expected", "delong.json")),
        new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    public required string Kind { get; init; }

    public required float[] Labels { get; init; }

    public required float[] First { get; init; }

    public required float[] Second { get; init; }

    public required double AucFirst { get; init; }

    public required double AucSecond { get; init; }

    public required double ErrorFirst { get; init; }

    public required double ErrorSecond { get; init; }

    public required double Covariance { get; init; }

    public required double Error { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    public required double? PValue { get; init; }
}
