namespace MlOps.Build.Engine.Gates.Expressions;

/// <summary>The names that a gate speaks of.</summary>
internal static class ExpressionNames
{
    public static IEnumerable<string> Of(GateExpression gate) => Of(gate.Criterion);

    private static IEnumerable<string> Of(Criterion criterion) => criterion switch
    {
        ComparisonCriterion comparison => Of(comparison.Left).Concat(Of(comparison.Right)),
        CompoundCriterion compound => compound.Parts.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<string> Of(Expression expression) => expression switch
    {
        NameExpression name => [name.Name],
        NegateExpression negate => Of(negate.Operand),
        ArithmeticExpression sum => Of(sum.Left).Concat(Of(sum.Right)),
        MemberExpression member => Of(member.Target),
        CallExpression call => call.Arguments.SelectMany(argument => Of(argument.Value)),
        _ => [],
    };
}
