using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary>Arguments of a function over numbers: one list, or several numbers.</summary>
internal static class NumbersOf
{
    public static ValueKind? Check(CallExpression call, IGateFunction function, ExpressionChecker checker)
    {
        if (call.Arguments.Count == 0 || call.Arguments.Any(argument => argument.Name is not null))
            return checker.Mistake(GateCodes.WrongKind, call.Start, $"write {function.Usage}");
        var kinds = call.Arguments.Select(argument => checker.Check(argument.Value)).OfType<ValueKind>().ToList();
        if (kinds.Count < call.Arguments.Count)
            return null;
        if (kinds is [{ Shape: ValueShape.List, Dimension: var only }])
            return ValueKind.NumberOf(only);
        var wrong = kinds.FindIndex(kind => kind.Shape != ValueShape.Number);
        return wrong < 0 ? Together(call, kinds, checker) : checker.Mistake(GateCodes.WrongKind, call.Arguments[wrong].Start,
            kinds[wrong].Shape == ValueShape.Slices
                ? $"'{call.Arguments[wrong].Value.Source}' is groups; take a metric of each, such as "
                    + $"'{call.Arguments[wrong].Value.Source}.{checker.AnyMetric}'"
                : $"write {function.Usage}");
    }

    private static ValueKind? Together(CallExpression call, List<ValueKind> kinds, ExpressionChecker checker)
    {
        var dimension = kinds[0].Dimension;
        for (var i = 1; i < kinds.Count; i++)
        {
            if (checker.RequireFit(call.Arguments[0].Value, dimension, call.Arguments[i].Value, kinds[i].Dimension) is not { } fit)
                return null;
            dimension = fit;
        }

        return ValueKind.NumberOf(dimension);
    }

    public static QuantityList Evaluate(CallExpression call, ExpressionEvaluator evaluator) =>
        call.Arguments is [var only] && evaluator.Evaluate(only.Value) is QuantityList list
            ? list
            : new QuantityList([.. call.Arguments.Select(argument => ("", evaluator.Number(argument.Value)))], "");

    /// <summary>The first item without a value, with its group named; null when all have one.</summary>
    public static Quantity? Undefined(QuantityList list) =>
        list.Items.FirstOrDefault(item => item.Quantity.Value is null) is { Quantity: { } undefined } first
            ? Quantity.Undefined(first.Group.Length == 0 ? undefined.Reason! : $"group {first.Group}: {undefined.Reason}")
            : null;
}
