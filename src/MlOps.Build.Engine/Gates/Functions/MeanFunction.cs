using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary>
/// <c>mean</c>: every group weighs the same. Over groups without a common row its interval is <c>m - sqrt(sum (x - low)^2) / k</c> to
/// <c>m + sqrt(sum (high - x)^2) / k</c>, the square-and-add interval of independent estimates (MOVER; Zou and Donner, Statistics in
/// Medicine 27, 2008). Over several numbers it has the interval of their sum, when that has one.
/// </summary>
internal sealed class MeanFunction : IGateFunction
{
    public string Name => "mean";

    public string Usage => "'mean(slices(\"column\").metric)' or 'mean(a, b)'";

    public ValueKind? Check(CallExpression call, ExpressionChecker checker) => NumbersOf.Check(call, this, checker);

    public GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator)
    {
        var list = NumbersOf.Evaluate(call, evaluator);
        if (list.Items.Count == 0)
            return Quantity.Undefined(list.WhenEmpty);
        if (NumbersOf.Undefined(list) is { } undefined)
            return undefined;
        var values = list.Items.Select(item => item.Quantity.Value!.Value).ToArray();
        var mean = FixedSum.Sum(values) / values.Length;
        var result = list.Disjoint
            ? Quantity.Opaque(mean, call.Source, Added(list, values, mean, evaluator))
            : Quantity.Of(mean, SumOf(list).Times(1.0 / values.Length));
        return result with { Dimension = list.Items[0].Quantity.Dimension };
    }

    private static LinearForm SumOf(QuantityList list) =>
        list.Items.Select(item => item.Quantity.Form).Aggregate((sum, next) => sum.Plus(next));

    private static Interval? Added(QuantityList list, double[] values, double mean, ExpressionEvaluator evaluator)
    {
        var (below, above) = (new double[values.Length], new double[values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            if (evaluator.IntervalOf(list.Items[i].Quantity) is not { } interval)
                return null;
            var (low, high) = (values[i] - interval.Low, interval.High - values[i]);
            (below[i], above[i]) = (low * low, high * high);
        }

        return new Interval(
            mean - (Math.Sqrt(FixedSum.Sum(below)) / values.Length),
            mean + (Math.Sqrt(FixedSum.Sum(above)) / values.Length));
    }
}
