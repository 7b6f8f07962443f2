using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Packaging;

/// <summary>What the stages found out about the model that is packed.</summary>
internal sealed record PackageEvidence
{
    public required ModelSignature Signature { get; init; }

    public required DataSummary Data { get; init; }

    public required SplitSummary Split { get; init; }

    public required TrainingSummary Training { get; init; }

    public required EvaluationSummary Evaluation { get; init; }

    public required Lineage Lineage { get; init; }

    public required GateSummary Gate { get; init; }

    /// <summary>The model's licence as an SPDX expression; null when nobody said.</summary>
    public string? License { get; init; }
}
