namespace MlOps.Build.Contracts;

/// <summary>What is needed to merge profiles: counts, exact sums, and hashes. docs/guides/profile.md describes the encodings.</summary>
public sealed record ProfileSketch
{
    /// <summary>Numbers and dates: how many low bits of the values' ordered form are dropped; 0 while every value has a count of its own.</summary>
    public int Level { get; init; }

    /// <summary>Numbers and dates: the counts by value, or by range of values at a higher <see cref="Level"/>.</summary>
    public string? Buckets { get; init; }

    /// <summary>Numbers: the exact sums of the first four powers.</summary>
    public IReadOnlyList<string> Sums { get => field ?? []; init; } = [];

    /// <summary>Hashes of values with their counts and errors.</summary>
    public string? Values { get; init; }

    /// <summary>Texts: all different ones, in order, while there are at most 1,000; cut at 200 characters.</summary>
    public IReadOnlyList<string> Texts { get => field ?? []; init; } = [];

    /// <summary>Registers from which many different values are counted; null while their number is exact.</summary>
    public string? Registers { get; init; }

    /// <summary>Texts: the sum of their lengths.</summary>
    public long Characters { get; init; }
}
