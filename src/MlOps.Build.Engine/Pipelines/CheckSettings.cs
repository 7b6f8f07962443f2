namespace MlOps.Build.Engine.Pipelines;

/// <summary>What data are checked as, and what they are held against beside the contract.</summary>
internal sealed record CheckSettings
{
    /// <summary>The environment that the data belong to; null: that of training.</summary>
    public string? Environment { get; init; }

    /// <summary>The instant to which freshness is held, as written; null: the project's day.</summary>
    public string? Instant { get; init; }

    /// <summary>An earlier span of the data, an absolute path; null: the one that the project names.</summary>
    public string? Previous { get; init; }

    /// <summary>Data that the model serves, an absolute path; null: those that the project names.</summary>
    public string? Serving { get; init; }
}
