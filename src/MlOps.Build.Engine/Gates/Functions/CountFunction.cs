using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary><c>count</c>: the number of groups.</summary>
internal sealed class CountFunction : IGateFunction
{
    public string Name => "count";

    public string Usage => "'count(slices(\"column\"))'";

    public ValueKind? Check(CallExpression call, ExpressionChecker checker)
    {
        if (call.Arguments is not [{ Name: null } only])
            return checker.Mistake(GateCodes.WrongKind, call.Start, $"write {Usage}");
        return checker.Check(only.Value)?.Shape switch
        {
            null => null,
            ValueShape.List or ValueShape.Slices => ValueKind.NumberOf(Dimension.Count),
            _ => checker.Mistake(GateCodes.WrongKind, only.Start, $"'count' counts groups; write {Usage}"),
        };
    }

    public GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator) => evaluator.Evaluate(call.Arguments[0].Value) switch
    {
        SliceSet set => Quantity.Number(set.Slices.Count) with { Dimension = Dimension.Count },
        QuantityList list => Quantity.Number(list.Items.Count) with { Dimension = Dimension.Count },
        _ => Quantity.Undefined("there is nothing to count"),
    };
}
