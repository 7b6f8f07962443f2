using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Drift;

/// <summary>What a build compares.</summary>
internal sealed record DriftRequest
{
    public required Table Table { get; init; }

    public required Split Split { get; init; }

    /// <summary>The columns that features are made of.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The column that the split goes by in time; later rows differ in it by definition.</summary>
    public string? TimeColumn { get; init; }

    /// <summary>The training rows that the champion learned from; null when there is no champion.</summary>
    public ChampionProfile? Champion { get; init; }

    /// <summary>How drift is judged; null for the kit's own rule.</summary>
    public DriftConfig? Rules { get; init; }
}
