namespace MlOps.Build.Contracts;

/// <summary>One window or fold: features and model learned on its own training rows, judged on the rows it leaves out.</summary>
public sealed record BacktestWindow
{
    /// <summary>Its name, such as <c>window 2</c> or <c>repeat 1, fold 3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>First date or timestamp judged (windows by time), as text.</summary>
    public string? From { get; init; }

    /// <summary>Last date or timestamp judged (windows by time), as text.</summary>
    public string? To { get; init; }

    /// <summary>Rows learned from, those that decide when to stop included.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Rows judged.</summary>
    public required int Rows { get; init; }

    /// <summary>The model's metrics, without intervals; empty when it could not be learned.</summary>
    public IReadOnlyList<MetricValue> Metrics { get => field ?? []; init; } = [];

    /// <summary>The naive baseline's metrics on the same rows.</summary>
    public IReadOnlyList<MetricValue> Baseline { get => field ?? []; init; } = [];

    /// <summary>Why there is no model, in words.</summary>
    public string? Reason { get; init; }
}
