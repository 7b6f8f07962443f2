using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary><c>abs</c>: the magnitude of a number, with the interval of the magnitude.</summary>
internal sealed class AbsFunction : IGateFunction
{
    public string Name => "abs";

    public string Usage => "'abs(number)'";

    public ValueKind? Check(CallExpression call, ExpressionChecker checker)
    {
        if (call.Arguments is not [{ Name: null } only])
            return checker.Mistake(GateCodes.WrongKind, call.Start, $"write {Usage}");
        return checker.RequireNumber(only.Value);
    }

    public GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator)
    {
        var inner = evaluator.Number(call.Arguments[0].Value);
        return inner.Value is { } value
            ? Quantity.Opaque(Math.Abs(value), call.Source, Magnitude(evaluator.IntervalOf(inner))) with { Dimension = inner.Dimension }
            : inner;
    }

    private static Interval? Magnitude(Interval? interval)
    {
        if (interval is not { } range)
            return null;
        var (low, high) = (Math.Abs(range.Low), Math.Abs(range.High));
        return new Interval(range.Low <= 0 && range.High >= 0 ? 0 : Math.Min(low, high), Math.Max(low, high));
    }
}
