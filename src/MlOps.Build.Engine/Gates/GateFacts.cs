using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Gates;

/// <summary>Everything that a gate may look at.</summary>
internal sealed record GateFacts
{
    public required EvaluationSummary Evaluation { get; init; }

    /// <summary>What was measured of the model itself.</summary>
    public IReadOnlyList<CheckValue> Checks { get; init; } = [];

    /// <summary>The model learned again on other rows; null when that was not asked for.</summary>
    public BacktestSummary? Backtest { get; init; }

    /// <summary>How the inputs differ; null when that was not measured.</summary>
    public DriftSummary? Drift { get; init; }

    /// <summary>Columns whose values must not appear in an explanation.</summary>
    public IReadOnlySet<string> SensitiveColumns { get; init; } = new HashSet<string>();

    /// <summary>The stage that the build or the promotion is for: <c>MlOpsStage</c>; empty when there is none.</summary>
    public string Stage { get; init; } = "";
}
