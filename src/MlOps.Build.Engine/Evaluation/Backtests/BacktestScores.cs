namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>What a model that was learned on some rows says of others.</summary>
/// <param name="Values">Row-major probabilities, or one prediction a row.</param>
/// <param name="Threshold">The probability from which it calls a row positive (binary).</param>
internal sealed record BacktestScores(float[] Values, double Threshold);
