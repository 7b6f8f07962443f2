namespace MlOps.Build.Engine.Configuration;

/// <summary>Which rows the windows of a backtest are learned from.</summary>
internal enum BacktestKind
{
    /// <summary>All rows before the window.</summary>
    Expanding,

    /// <summary>As many rows before the window as the first one has.</summary>
    Rolling,

    /// <summary>All other folds: cross-validation.</summary>
    Folds,
}
