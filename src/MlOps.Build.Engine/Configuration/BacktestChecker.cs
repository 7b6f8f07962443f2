using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that a backtest divides the rows in the way in which the split does.</summary>
internal static class BacktestChecker
{
    public static void Check(TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (config.Evaluation.Backtest is not { } backtest)
            return;
        var byTime = config.Split.Method == SplitMethod.Time;
        if (byTime == (backtest.Kind != BacktestKind.Folds))
            return;
        var message = byTime
            ? "'folds' would learn from rows after those that it judges; the split is by time. Write 'backtest: { windows: "
                + $"{backtest.Windows} }}'."
            : $"'windows' need a split by time; the split is {SplitConfigReader.Name(config.Split)}. "
                + $"Write 'backtest: {{ folds: {backtest.Windows} }}'.";
        diagnostics.Error(EvaluationCodes.BacktestDoesNotFit, message, config.PositionOf("evaluation.backtest"));
    }
}
