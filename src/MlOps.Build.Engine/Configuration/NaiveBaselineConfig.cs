using System.Text.Json.Serialization;
using MlOps.Build.Engine.Training.Smoothing;

namespace MlOps.Build.Engine.Configuration;

/// <summary>A naive model to compare with, beside the one that every report has.</summary>
internal sealed record NaiveBaselineConfig
{
    public required NaiveBaselineKind Kind { get; init; }

    /// <summary>How many times back the answer is taken from, or times of a smoothing's season; at least 1.</summary>
    public int Lag { get; init; } = 1;

    /// <summary>The column whose values are series of their own; null when all rows are one.</summary>
    public string? Group { get; init; }

    /// <summary>How a smoothing's level goes on.</summary>
    public TrendForm Trend { get; init; }

    /// <summary>How the season changes a smoothing's level.</summary>
    public SeasonForm Season { get; init; }

    /// <summary>The name in expressions.</summary>
    [JsonIgnore]
    public string Name => NaiveBaselineReader.Kinds.First(known => known.Value == Kind).Key;
}
