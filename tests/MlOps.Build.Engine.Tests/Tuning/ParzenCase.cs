using System.Text.Json;

namespace MlOps.Build.Engine.Tests.Tuning;

/// <summary>A density of <c>Expected/parzen.json</c>.</summary>
internal sealed record ParzenCase
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ParzenCase> All { get; } = JsonSerializer.Deserialize<ParzenCase[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tuning", "Expected", "parzen.json")), Options)!;

    public required double?[] Points { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    public required double[] At { get; init; }

    public required double[] Weight { get; init; }

    public required bool Integer { get; init; }
}
