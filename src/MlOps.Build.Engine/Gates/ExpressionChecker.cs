using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Functions;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Gates.Values;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Gates;

/// <summary>Checks names and kinds of an expression before anything runs.</summary>
internal sealed class ExpressionChecker(GateScope scope, MistakeReport report)
{
    public GateScope Scope => scope;

    /// <summary>A metric of the task, for examples in messages.</summary>
    public string AnyMetric => scope.Metrics.Count > 0 ? scope.Metrics[0] : "accuracy";

    /// <summary>False when a mistake was reported.</summary>
    public bool Check(GateExpression gate)
    {
        var left = Require(gate.Left, ValueKind.Number);
        var right = Require(gate.Right, ValueKind.Number);
        return left is not null && right is not null && CheckConfidence(gate) && CheckCondition(gate.Condition);
    }

    /// <summary>The expression's kind; null when a mistake was reported.</summary>
    public ValueKind? Check(Expression expression) => expression switch
    {
        NumberExpression => ValueKind.Number,
        TextExpression => ValueKind.Text,
        NameExpression name => CheckName(name),
        NegateExpression negate => Require(negate.Operand, ValueKind.Number),
        ArithmeticExpression sum => Require(sum.Left, ValueKind.Number) is null ? null : Require(sum.Right, ValueKind.Number),
        MemberExpression member => CheckMember(member),
        CallExpression call => CheckCall(call),
        _ => Mistake(GateCodes.WrongKind, expression.Start, $"'{expression.Source}' has no meaning here"),
    };

    /// <summary>As <see cref="Check(Expression)"/>, and a mistake when the kind is another one.</summary>
    public ValueKind? Require(Expression expression, ValueKind kind)
    {
        if (Check(expression) is not { } found)
            return null;
        return found == kind ? found : Mistake(GateCodes.WrongKind, expression.Start, Unfit(expression, found));
    }

    /// <summary>Reports a mistake; null for the caller to return.</summary>
    public ValueKind? Mistake(string code, int offset, string message)
    {
        report(code, offset, message);
        return null;
    }

    private string Unfit(Expression expression, ValueKind found) => found switch
    {
        ValueKind.List => $"'{expression.Source}' is one number a group; reduce it, such as 'min({expression.Source})'",
        ValueKind.Slices => $"'{expression.Source}' is groups; reduce a metric of them, such as 'min({expression.Source}.{AnyMetric})'",
        ValueKind.Text => $"{expression.Source} is a text; a number is expected",
        _ => $"'{expression.Source}' is a number; that does not fit here",
    };

    private ValueKind? CheckName(NameExpression name)
    {
        var known = GateNames.All(scope).ToList();
        return known.Contains(name.Name) ? ValueKind.Number : Mistake(GateCodes.UnknownName, name.Start, Unknown(name.Name, known));
    }

    private string Unknown(string name, List<string> known)
    {
        if (GateFunctions.Find(name) is { } function)
            return $"'{name}' is a function; write {function.Usage}";
        var suggestion = DidYouMean.Sentence(name, known);
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
        if (target != ValueKind.Slices)
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

    private bool CheckConfidence(GateExpression gate)
    {
        if (gate.Confidence is not { } confidence)
            return true;
        if (gate.Comparison is Comparison.Equal or Comparison.Different)
            Mistake(GateCodes.WrongKind, confidence.Start, "an interval cannot show equality; use '@' with >=, <=, > or <");
        else if (Math.Abs(confidence.Value - scope.Confidence) > 1e-9)
            Mistake(GateCodes.WrongConfidence, confidence.Start, WrongConfidence(confidence));
        else
            return true;
        return false;
    }

    private string WrongConfidence(NumberExpression confidence) =>
        $"intervals have a confidence of {NumberText.Percent(scope.Confidence)}, not {confidence.Source}; write "
        + $"'@ {NumberText.Percent(scope.Confidence)}', or set 'evaluation: confidence:' in training-config.yaml";

    private bool CheckCondition(NameExpression? condition)
    {
        if (condition is null || GateConditions.All.Contains(condition.Name))
            return true;
        var suggestion = DidYouMean.Sentence(condition.Name, GateConditions.All);
        Mistake(GateCodes.UnknownCondition, condition.Start,
            $"'{condition.Name}' is no condition.{suggestion} Known are: {string.Join(", ", GateConditions.All)}.");
        return false;
    }
}
