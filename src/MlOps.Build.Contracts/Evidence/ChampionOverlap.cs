namespace MlOps.Build.Contracts;

/// <summary>Test rows that the champion was trained on, by the filter of training rows in its package (Bloom, 1970).</summary>
public sealed record ChampionOverlap
{
    /// <summary>Test rows asked for.</summary>
    public required int Rows { get; init; }

    /// <summary>Test rows that the filter seems to know, false positives among them.</summary>
    public required int Known { get; init; }

    /// <summary>Share of foreign rows that the filter seems to know, <c>(bits set / bits)^functions</c>, 0 to 1.</summary>
    public required double FalsePositiveRate { get; init; }

    /// <summary>
    /// <see cref="Known"/> less the false positives to be expected, <c>(known - f rows) / (1 - f)</c>, rounded; 0 when chance alone
    /// explains the count (binomial, at 1 in 1,000).
    /// </summary>
    public required int Trained { get; init; }

    /// <summary><see cref="Trained"/> by <see cref="Rows"/>, 0 to 1.</summary>
    public double Share => Rows == 0 ? 0 : (double)Trained / Rows;
}
