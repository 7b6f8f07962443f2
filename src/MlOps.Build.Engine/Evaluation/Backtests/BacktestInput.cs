using MlOps.Build.Engine.Configuration;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;
using MlOps.Build.Engine.Labels;
using MlOps.Build.Engine.Splitting;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>What a backtest is made from. The test rows are in it only as those that it may not use.</summary>
internal sealed record BacktestInput
{
    public required Table Table { get; init; }

    public required DataSchema Schema { get; init; }

    public required TrainingConfig Config { get; init; }

    public required Label Label { get; init; }

    public required Split Split { get; init; }

    public required int Threads { get; init; }

    /// <summary>The setting that asks for the windows or folds, as findings name it.</summary>
    public string Setting { get; init; } = "evaluation.backtest";

    /// <summary>Training and validation rows of the table, ascending: all that windows and folds are made of.</summary>
    public int[] Rows => [.. Split.Train.Concat(Split.Validation).Order()];

    /// <summary>The share of a window's training rows that decides when to stop: that of the split.</summary>
    public double ValidationShare => Split.Validation.Length / (double)Math.Max(1, Split.Train.Length + Split.Validation.Length);
}
