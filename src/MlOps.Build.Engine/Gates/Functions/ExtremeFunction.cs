using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary>
/// <c>min</c> and <c>max</c>. The interval runs from the extreme of the lower ends to the extreme of the upper ends: that a minimum
/// is above a limit is shown only when it is shown for every part (an intersection-union test, Berger 1982).
/// </summary>
internal sealed class ExtremeFunction(string name, bool lowest) : IGateFunction
{
    public string Name => name;

    public string Usage => $"'{name}(slices(\"column\").metric)' or '{name}(a, b)'";

    public ValueKind? Check(CallExpression call, ExpressionChecker checker) => NumbersOf.Check(call, this, checker);

    public GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator)
    {
        var list = NumbersOf.Evaluate(call, evaluator);
        if (list.Items.Count == 0)
            return Quantity.Undefined(list.WhenEmpty);
        if (NumbersOf.Undefined(list) is { } undefined)
            return undefined;
        var best = lowest
            ? list.Items.MinBy(item => item.Quantity.Value!.Value)
            : list.Items.MaxBy(item => item.Quantity.Value!.Value);
        var result = Quantity.Opaque(best.Quantity.Value!.Value, call.Source, Hull(list, evaluator)) with { Dimension = best.Quantity.Dimension };
        return best.Group.Length == 0 ? result : result with { Group = best.Group };
    }

    private Interval? Hull(QuantityList list, ExpressionEvaluator evaluator)
    {
        var intervals = list.Items.Select(item => evaluator.IntervalOf(item.Quantity)).OfType<Interval>().ToList();
        if (intervals.Count < list.Items.Count)
            return null;
        return lowest
            ? new Interval(intervals.Min(interval => interval.Low), intervals.Min(interval => interval.High))
            : new Interval(intervals.Max(interval => interval.Low), intervals.Max(interval => interval.High));
    }
}
