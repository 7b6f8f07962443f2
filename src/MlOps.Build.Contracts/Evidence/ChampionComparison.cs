namespace MlOps.Build.Contracts;

/// <summary>The champion and this model on the same test rows: who the champion is, and what a pair of models allows to say beyond its metrics.</summary>
public sealed record ChampionComparison
{
    /// <summary>The champion's package id.</summary>
    public required string Package { get; init; }

    /// <summary>The champion's version; null when its package could not be read.</summary>
    public string? Version { get; init; }

    /// <summary>The champion's evidence digest, lower-case hexadecimal; null when its package could not be read.</summary>
    public string? Evidence { get; init; }

    /// <summary>SHA-256 of the package file, lower-case hexadecimal; null when there is no such file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Why the two were not compared, in words; null when they were.</summary>
    public string? NotCompared { get; init; }

    /// <summary>How many test rows the champion was trained on; null when it is not known.</summary>
    public ChampionOverlap? Overlap { get; init; }

    /// <summary>The chance of being worse, a metric each, in the order of the metrics.</summary>
    public IReadOnlyList<ChampionMetric> Metrics { get => field ?? []; init; } = [];

    /// <summary>Tests of the pair; which ones depends on the task.</summary>
    public IReadOnlyList<PairedTest> Tests { get => field ?? []; init; } = [];

    /// <summary>Rows that changed sides; null when the two were not compared.</summary>
    public ChampionSides? Sides { get; init; }
}
