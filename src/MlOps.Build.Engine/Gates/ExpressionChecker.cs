using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Functions;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Gates.Values;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Gates;

/// <summary>Checks names, kinds and units of sums before anything runs.</summary>
internal sealed class ExpressionChecker(GateScope scope, MistakeReport report)
{
    private readonly IReadOnlyDictionary<string, Dimension> _names = GateNames.All(scope);

    public GateScope Scope => scope;

    /// <summary>A metric of the task, for examples in messages.</summary>
    public string AnyMetric => scope.Metrics.Count > 0 ? scope.Metrics[0] : "accuracy";

    /// <summary>The expression's kind; null when a mistake was reported.</summary>
    public ValueKind? Check(Expression expression) => expression switch
    {
        NumberExpression number => ValueKind.NumberOf(number.Dimension),
        TextExpression => ValueKind.Text,
        NameExpression name => CheckName(name),
        NegateExpression negate => RequireNumber(negate.Operand),
        ArithmeticExpression sum => CheckArithmetic(sum),
        MemberExpression member => CheckMember(member),
        CallExpression call => CheckCall(call),
        _ => Mistake(GateCodes.WrongKind, expression.Start, $"'{expression.Source}' has no meaning here"),
    };

    /// <summary>As <see cref="Check(Expression)"/>, and a mistake when it is not one number, of whatever dimension.</summary>
    public ValueKind? RequireNumber(Expression expression)
    {
        if (Check(expression) is not { } found)
            return null;
        return found.Shape == ValueShape.Number ? found : Mistake(GateCodes.WrongKind, expression.Start, Unfit(expression, found));
    }

    /// <summary>The dimension of two parts that stand side by side; null, with a mistake at the second, when they do not fit.</summary>
    public Dimension? RequireFit(Expression left, Dimension leftIs, Expression right, Dimension rightIs)
    {
        if (leftIs.Fits(rightIs))
            return Dimensions.Either(leftIs, rightIs);
        Mistake(GateCodes.WrongUnit, right.Start,
            $"'{left.Source}' is {leftIs.Words()}, '{right.Source}' is {rightIs.Words()}; write {leftIs.Words()}, such as {leftIs.Example()}");
        return null;
    }

    /// <summary>Reports a mistake; null for the caller to return.</summary>
    public ValueKind? Mistake(string code, int offset, string message)
    {
        report(code, offset, message);
        return null;
    }

    private ValueKind? CheckArithmetic(ArithmeticExpression sum)
    {
        if (RequireNumber(sum.Left) is not { Dimension: var left } || RequireNumber(sum.Right) is not { Dimension: var right })
            return null;
        if (sum.Operator is '+' or '-')
            return RequireFit(sum.Left, left, sum.Right, right) is { } fit ? ValueKind.NumberOf(fit) : null;
        return Dimensions.Of(sum.Operator, left, right) is { } result
            ? ValueKind.NumberOf(result)
            : Mistake(GateCodes.WrongUnit, sum.Right.Start,
                $"{left.Words()} {(sum.Operator == '*' ? "times" : "divided by")} {right.Words()} has no meaning; use a plain number on one side");
    }

    private string Unfit(Expression expression, ValueKind found) => found.Shape switch
    {
        ValueShape.List => $"'{expression.Source}' is one number a group; reduce it, such as 'min({expression.Source})'",
        ValueShape.Slices => $"'{expression.Source}' is groups; reduce a metric of them, such as 'min({expression.Source}.{AnyMetric})'",
        ValueShape.Text => $"{expression.Source} is a text; a number is expected",
        _ => $"'{expression.Source}' is a number; that does not fit here",
    };

    private ValueKind? CheckName(NameExpression name) => _names.TryGetValue(name.Name, out var dimension)
        ? ValueKind.NumberOf(dimension)
        : Mistake(GateCodes.UnknownName, name.Start, Unknown(name.Name));

    private string Unknown(string name)
    {
        if (GateFunctions.Find(name) is { } function)
            return $"'{name}' is a function; write {function.Usage}";
        var suggestion = DidYouMean.Sentence(name, _names.Keys);
        var references = string.Join(", ", scope.References.Select(reference => reference + ".\u2026"));
        return $"'{name}' is not known for {Words(scope.Task)}.{suggestion} Known are: {string.Join(", ", scope.Metrics)}; {references}.";
    }

    private static string Words(LearningTask task) => task switch
    {
        LearningTask.Binary => "binary classification",
        LearningTask.Multiclass => "multiclass classification",
        _ => "regression",
    };

    private ValueKind? CheckMember(MemberExpression member)
    {
        if (Check(member.Target) is not { } target)
            return null;
        if (target.Shape != ValueShape.Slices)
        {
            return Mistake(GateCodes.WrongKind, member.MemberStart,
                $"'{member.Target.Source}' has no '{member.Member}'; only slices have metrics");
        }

        if (scope.Metrics.Contains(member.Member))
            return ValueKind.List;
        var suggestion = DidYouMean.Sentence(member.Member, scope.Metrics);
        return Mistake(GateCodes.UnknownName, member.MemberStart,
            $"'{member.Member}' is not known for {Words(scope.Task)}.{suggestion} Known are: {string.Join(", ", scope.Metrics)}.");
    }

    private ValueKind? CheckCall(CallExpression call)
    {
        if (GateFunctions.Find(call.Function) is { } function)
            return function.Check(call, this);
        var suggestion = DidYouMean.Sentence(call.Function, GateFunctions.All);
        return Mistake(GateCodes.UnknownFunction, call.Start,
            $"there is no function '{call.Function}'.{suggestion} Known are: {string.Join(", ", GateFunctions.All)}.");
    }
}
