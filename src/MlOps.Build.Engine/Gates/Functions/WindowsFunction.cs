using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary><c>windows()</c>: the windows or folds of the backtest, each with the metrics of a model learned without its rows.</summary>
internal sealed class WindowsFunction : IGateFunction
{
    public string Name => "windows";

    public string Usage => "'windows()'";

    public ValueKind? Check(CallExpression call, ExpressionChecker checker)
    {
        if (call.Arguments.Count > 0)
            return checker.Mistake(GateCodes.WrongKind, call.Start, $"write {Usage}");
        return checker.Scope.HasBacktest == false
            ? checker.Mistake(GateCodes.UnknownSlice, call.Start,
                "there are no windows; declare 'backtest' in training-config.yaml, 'evaluation:'")
            : ValueKind.Slices;
    }

    public GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator) => evaluator.Facts.Backtest is { } backtest
        ? new SliceSet([.. backtest.Windows.Select(Slice)], "the backtest has no window", Disjoint: false)
        : new SliceSet([], "there is no backtest");

    private static SliceEvaluation Slice(BacktestWindow window) =>
        new() { Column = "", Value = window.Name, Rows = window.Rows, Metrics = window.Metrics };
}
