namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>Writes a gate on one line with the parentheses that it needs; what it writes reads back as the same tree.</summary>
internal static class ExpressionText
{
    private const int Unary = 3;

    public static string Of(GateExpression gate)
    {
        var when = gate.Conditions.Count == 0 ? "" : " when " + string.Join(" and ", gate.Conditions.Select(Of));
        return (gate.Warns ? "warn: " : "") + Of(gate.Criterion) + when;
    }

    public static string Of(Criterion criterion) => criterion switch
    {
        ComparisonCriterion comparison => Of(comparison),
        CompoundCriterion compound => string.Join(compound.All ? " and " : " or ", compound.Parts.Select(Of)),
        _ => criterion.Source,
    };

    public static string Of(Expression expression) => Of(expression, 0);

    private static string Of(ComparisonCriterion comparison)
    {
        var confidence = comparison.Confidence is { } share ? $" @ {share.Source}" : "";
        return $"{Of(comparison.Left)} {comparison.Comparison.Symbol()} {Of(comparison.Right)}{confidence}";
    }

    private static string Of(ConditionTest test) =>
        (test.Negated ? "not " : "") + test.Name + (test.Argument is { } argument ? $"({argument.Source})" : "");

    private static string Of(Expression expression, int binding) => expression switch
    {
        NameExpression name => name.Name,
        NegateExpression negate => "-" + Of(negate.Operand, Unary),
        ArithmeticExpression sum => Of(sum, binding),
        CallExpression call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Of))})",
        MemberExpression member => $"{Of(member.Target)}.{member.Member}",
        _ => expression.Source,
    };

    // Operators of one level bind to the left, so the right operand must bind closer.
    private static string Of(ArithmeticExpression sum, int binding)
    {
        var own = sum.Operator is '+' or '-' ? 1 : 2;
        var text = $"{Of(sum.Left, own)} {sum.Operator} {Of(sum.Right, own + 1)}";
        return own < binding ? $"({text})" : text;
    }

    private static string Of(Argument argument) => (argument.Name is { } name ? name + ": " : "") + Of(argument.Value);
}
