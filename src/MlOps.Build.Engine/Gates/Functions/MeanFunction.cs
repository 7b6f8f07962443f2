using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;
using MlOps.Build.Engine.Numerics;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary><c>mean</c>: every group weighs the same. It has no interval.</summary>
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
        if (list.Items.FirstOrDefault(item => item.Quantity.Value is null) is { Quantity: { } undefined })
            return undefined;
        var values = list.Items.Select(item => item.Quantity.Value!.Value).ToArray();
        return Quantity.Opaque(FixedSum.Sum(values) / values.Length, call.Source, null);
    }
}
