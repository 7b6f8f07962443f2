namespace MlOps.Build.Engine.Configuration;

/// <summary>Training repeated on other rows: windows by time, or cross-validation.</summary>
internal sealed record BacktestConfig
{
    public required BacktestKind Kind { get; init; }

    /// <summary>Windows, or folds of each repeat.</summary>
    public required int Windows { get; init; }

    /// <summary>How often the folds are drawn anew; 1 for windows by time.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Share of the rows that the first window learns from; null gives it as many as each window judges.</summary>
    public double? Initial { get; init; }
}
