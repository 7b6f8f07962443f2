namespace MlOps.Build.Engine.Gates;

/// <summary>What the default checklist asks of a forecast; each asks for what those before it do.</summary>
internal enum ForecastItems
{
    /// <summary>Nothing: the rows are not divided by time, or no number is predicted.</summary>
    None,

    /// <summary>That the test rows are predicted better than by the naive forecast.</summary>
    TestRows,

    /// <summary>And the windows of the backtest, too.</summary>
    Windows,
}
