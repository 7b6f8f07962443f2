using MlOps.Build.Engine.Registry.History;

namespace MlOps.Build.Engine.Registry.Promotion;

/// <summary>What a promotion did, or would do.</summary>
internal sealed record PromotionResult
{
    public required Candidate Candidate { get; init; }

    /// <summary>What the stage held before; null when nothing.</summary>
    public StageHolding? Before { get; init; }

    /// <summary>The model evaluated again and judged; null when the stage held the version already.</summary>
    public EvaluatedCandidate? Evaluated { get; init; }

    /// <summary>The tags, in the order in which they count.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>SHA-256 of the package under its stable version.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What changed since the stage's version, as Markdown.</summary>
    public string Notes { get; init; } = "";

    /// <summary>True when the stage held the version before anything was done.</summary>
    public bool WasDone { get; init; }
}
