namespace MlOps.Build.Engine.Pipelines;

/// <summary>What data are checked as, and what they are held against beside the contract.</summary>
internal sealed record CheckSettings
{
    /// <summary>The environment that the data belong to; null: that of training.</summary>
    public string? Environment { get; init; }
}
