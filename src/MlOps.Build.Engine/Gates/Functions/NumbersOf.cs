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
        var kinds = call.Arguments.Select(argument => checker.Check(argument.Value)).ToList();
        if (kinds.Any(kind => kind is null))
            return null;
        if (kinds is [ValueKind.List] || kinds.All(kind => kind == ValueKind.Number))
            return ValueKind.Number;
        var wrong = call.Arguments[kinds.FindIndex(kind => kind != ValueKind.Number)];
        return checker.Mistake(GateCodes.WrongKind, wrong.Start, kinds.Contains(ValueKind.Slices)
            ? $"'{wrong.Value.Source}' is groups; take a metric of each, such as '{wrong.Value.Source}.{checker.AnyMetric}'"
            : $"write {function.Usage}");
    }

    public static QuantityList Evaluate(CallExpression call, ExpressionEvaluator evaluator) =>
        call.Arguments is [var only] && evaluator.Evaluate(only.Value) is QuantityList list
            ? list
            : new QuantityList([.. call.Arguments.Select(argument => ("", evaluator.Number(argument.Value)))], "");
}
