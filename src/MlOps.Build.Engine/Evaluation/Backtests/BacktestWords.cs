using MlOps.Build.Engine.Configuration;

namespace MlOps.Build.Engine.Evaluation.Backtests;

/// <summary>What a backtest is, in words.</summary>
internal static class BacktestWords
{
    public static string Of(BacktestConfig config, SplitConfig split)
    {
        if (config.Kind != BacktestKind.Folds)
        {
            var kind = config.Kind == BacktestKind.Rolling ? "rolling" : "expanding";
            return FormattableString.Invariant($"{config.Windows} {kind} windows by {split.Column}");
        }

        return config.Repeats == 1
            ? FormattableString.Invariant($"{config.Windows} folds")
            : FormattableString.Invariant($"{config.Windows} folds, {config.Repeats} times");
    }
}
