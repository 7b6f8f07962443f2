namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>The rows of one window or fold, as places in the list of rows that a backtest may use; ascending.</summary>
internal sealed record BacktestRows
{
    public required string Name { get; init; }

    public required int[] Train { get; init; }

    /// <summary>Decide when to stop; taken from the window's own training rows.</summary>
    public required int[] Validation { get; init; }

    /// <summary>Judged.</summary>
    public required int[] Held { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}
