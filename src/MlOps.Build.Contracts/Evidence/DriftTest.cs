namespace MlOps.Build.Contracts;

/// <summary>What a named test or distance says of a column.</summary>
public sealed record DriftTest
{
    /// <summary>Its name, such as <c>ks</c>; docs/guides/drift.md lists them.</summary>
    public required string Method { get; init; }

    /// <summary>A p-value, 0 to 1, or a distance, 0 or more.</summary>
    public required double Score { get; init; }

    /// <summary>True when <see cref="Score"/> is a p-value: small ones are drift. Of distances large ones are.</summary>
    public bool IsPValue { get; init; }

    /// <summary>The statistic behind a p-value; null for distances.</summary>
    public double? Statistic { get; init; }

    /// <summary>The p-value corrected for the number of columns that were tested; null for distances and without a correction.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Where drift starts.</summary>
    public required double Threshold { get; init; }
}
