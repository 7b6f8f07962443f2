namespace MlOps.Build.Contracts;

/// <summary>What a search for groups with a worse loss has found.</summary>
public sealed record SliceFindings
{
    /// <summary>The loss of a row: <c>log_loss</c> or <c>squared_error</c>.</summary>
    public required string Loss { get; init; }

    /// <summary>Columns whose values, buckets and pairs were looked at.</summary>
    public required int Columns { get; init; }

    /// <summary>Groups looked at; p-values are adjusted for as many.</summary>
    public required int Groups { get; init; }

    /// <summary>Permutations of the losses behind the p-values.</summary>
    public required int Permutations { get; init; }

    /// <summary>The groups whose loss is worse by more than chance and a small effect, strongest evidence first; at most 10.</summary>
    public required IReadOnlyList<FoundSlice> Slices { get; init; }
}
