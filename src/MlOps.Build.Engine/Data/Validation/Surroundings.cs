namespace MlOps.Build.Engine.Data.Validation;

/// <summary>What a table is held against beside its contract.</summary>
internal sealed record Surroundings
{
    public static readonly Surroundings None = new();

    /// <summary>An earlier span of the data, for <c>drift</c>; empty when none is named.</summary>
    public IReadOnlyList<DataSource> Previous { get; init; } = [];

    /// <summary>Data that the model serves, for <c>skew</c>; empty when none are named.</summary>
    public IReadOnlyList<DataSource> Serving { get; init; } = [];

    /// <summary>The instant to which freshness is held, as written; null: the contract's own.</summary>
    public string? Instant { get; init; }

    /// <summary>The file that a contract names by a path from its folder; null when the path leads out of the project.</summary>
    public Func<string, DataSource?> File { get; init; } = _ => null;
}
