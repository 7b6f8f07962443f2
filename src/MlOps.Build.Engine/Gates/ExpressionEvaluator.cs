using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Functions;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates;

/// <summary>Computes an expression that has been checked. What has no value says why; nothing is thrown.</summary>
internal sealed class ExpressionEvaluator(GateFacts facts)
{
    public GateFacts Facts => facts;

    public GateValue Evaluate(Expression expression) => expression switch
    {
        NumberExpression number => Quantity.Number(number.Value) with { Dimension = number.Dimension },
        NameExpression name => GateNames.Resolve(name.Name, facts),
        NegateExpression negate => Negate(Number(negate.Operand)),
        ArithmeticExpression sum => Combine(sum, Number(sum.Left), Number(sum.Right)),
        MemberExpression member => Member(member),
        CallExpression call when GateFunctions.Find(call.Function) is { } function => function.Evaluate(call, this),
        _ => Quantity.Undefined($"'{expression.Source}' has no value"),
    };

    /// <summary>As <see cref="Evaluate"/>, for an expression that is a number.</summary>
    public Quantity Number(Expression expression) =>
        Evaluate(expression) as Quantity ?? Quantity.Undefined($"'{expression.Source}' is not a number");

    /// <summary>The interval that belongs to a quantity, or null.</summary>
    public Interval? IntervalOf(Quantity quantity) => quantity.Value is null ? null : IntervalFinder.Of(quantity.Form, facts.Evaluation);

    private static Quantity Negate(Quantity operand) =>
        operand.Value is { } value ? Quantity.Of(-value, operand.Form.Times(-1)) with { Dimension = operand.Dimension } : operand;

    private Quantity Combine(ArithmeticExpression sum, Quantity left, Quantity right)
    {
        if (left.Value is not { } a)
            return left;
        if (right.Value is not { } b)
            return right;
        var result = sum.Operator switch
        {
            '+' => Quantity.Of(a + b, left.Form.Plus(right.Form)),
            '-' => Quantity.Of(a - b, left.Form.Minus(right.Form)),
            '*' when right.Form.IsConstant => Quantity.Of(a * b, left.Form.Times(b)),
            '*' when left.Form.IsConstant => Quantity.Of(a * b, right.Form.Times(a)),
            '*' => Quantity.Opaque(a * b, sum.Source, null),
            _ when b == 0 => Quantity.Undefined($"'{sum.Right.Source}' is 0, and nothing can be divided by it"),
            _ when right.Form.IsConstant => Quantity.Of(a / b, left.Form.Times(1 / b)),
            _ => Quantity.Opaque(a / b, sum.Source, IntervalFinder.Ratio(left.Form, right.Form, facts.Evaluation)),
        };
        return result with { Dimension = Dimensions.Of(sum.Operator, left.Dimension, right.Dimension) ?? Dimension.None };
    }

    private GateValue Member(MemberExpression member)
    {
        if (Evaluate(member.Target) is not SliceSet set)
            return Quantity.Undefined($"'{member.Target.Source}' has no groups");
        var items = set.Slices.Select((slice, index) =>
        {
            var key = $"{member.Source}[{index}]";
            var metric = slice.Metrics.FirstOrDefault(item => item.Name == member.Member);
            var quantity = metric is null
                ? Quantity.Undefined($"{MetricWords.Of(member.Member)} was not measured")
                : MetricNames.Measured(metric, key, null, null);
            return (Group(slice.Column, slice.Value, index), quantity);
        });
        return new QuantityList([.. items], set.WhenEmpty, set.Disjoint);
    }

    private string Group(string column, string value, int index) =>
        facts.SensitiveColumns.Contains(column) ? $"number {index + 1} (values are sensitive)" : value;
}
