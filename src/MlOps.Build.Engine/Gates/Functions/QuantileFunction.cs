using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary>
/// <c>quantile(list, p)</c> of the groups' values, linear between order statistics: type 7 of Hyndman and Fan (The American Statistician
/// 50, 1996), which is NumPy's default. It has no interval: which group stands at a rank depends on all of them.
/// </summary>
internal sealed class QuantileFunction : IGateFunction
{
    public string Name => "quantile";

    public string Usage => "'quantile(slices(\"column\").metric, 0.1)'";

    public ValueKind? Check(CallExpression call, ExpressionChecker checker)
    {
        if (call.Arguments is not [{ Name: null } values, { Name: null } share])
            return checker.Mistake(GateCodes.WrongKind, call.Start, $"write {Usage}");
        if (checker.Check(values.Value) is not { } kind)
            return null;
        if (kind.Shape != ValueShape.List)
            return checker.Mistake(GateCodes.WrongKind, values.Start, $"'quantile' is of one number a group; write {Usage}");
        if (share.Value is not NumberExpression { Dimension: Dimension.None or Dimension.Share, Value: >= 0 and <= 1 })
            return checker.Mistake(GateCodes.WrongKind, share.Start, "the share is a number between 0 and 1, such as 0.1 or 10%");
        return ValueKind.NumberOf(kind.Dimension);
    }

    public GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator)
    {
        var list = NumbersOf.Evaluate(call with { Arguments = [call.Arguments[0]] }, evaluator);
        if (list.Items.Count == 0)
            return Quantity.Undefined(list.WhenEmpty);
        if (NumbersOf.Undefined(list) is { } undefined)
            return undefined;
        var share = evaluator.Number(call.Arguments[1].Value).Value!.Value;
        var value = Of([.. list.Items.Select(item => item.Quantity.Value!.Value).Order()], share);
        return Quantity.Opaque(value, call.Source, null) with { Dimension = list.Items[0].Quantity.Dimension };
    }

    private static double Of(double[] sorted, double share)
    {
        var rank = share * (sorted.Length - 1);
        var below = (int)rank;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((rank - below) * (sorted[above] - sorted[below]));
    }
}
