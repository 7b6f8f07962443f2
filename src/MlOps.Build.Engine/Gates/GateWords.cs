using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Gates.Values;

namespace MlOps.Build.Engine.Gates;

/// <summary>Puts a decided expression into words: <c>ROC AUC 0.774 [0.748, 0.799], at least 0.70</c>.</summary>
internal sealed class GateWords(ComparisonCriterion gate, Quantity left, Interval? observed, double limit, string? noInterval)
{
    private readonly DisplayUnit _unit = DisplayUnit.For(left.Dimension, left.Value!.Value);

    /// <summary>What was compared, such as <c>ROC AUC</c> or <c>lowest ROC AUC by Wildlife Size (Large)</c>.</summary>
    public string Subject => SubjectOf(gate.Left, left);

    private bool IsDifference => gate.Left is ArithmeticExpression { Operator: '-', Left: NameExpression, Right: NameExpression };

    private string LimitText => gate.Right is NumberExpression or NegateExpression { Operand: NumberExpression }
        ? gate.Right.Source
        : _unit.Apart(limit, left.Value!.Value);

    /// <summary>The sentence for a verdict; <paramref name="holds"/> is null when undecided.</summary>
    public string Explain(bool? holds, Quantity right, Interval? difference)
    {
        var seen = $"{Subject} {Observed()}";
        if (right.Form.IsConstant)
            return seen + Against(holds, observed is not null);
        var limitName = SubjectOf(gate.Right, right);
        var gap = left.Value!.Value - limit;
        var decimals = _unit.Decimals(gap);
        var apart = $"; difference {_unit.Signed(gap, decimals)}{Brackets(difference, decimals, signed: true)}";
        return holds switch
        {
            true => $"{seen}, {gate.Comparison.Words()} {limitName} {LimitText}{apart}",
            false => $"{seen} is not {gate.Comparison.Symbol()} {limitName} {LimitText}{apart}",
            null when difference is null => $"{seen} against {limitName} {LimitText}: {NoInterval}",
            null => $"{seen} against {limitName} {LimitText}{apart}: the interval straddles 0",
        };
    }

    /// <summary>The section of the HTML report that a criterion is about: that of its first comparison.</summary>
    public static string? Section(Criterion criterion) => criterion switch
    {
        ComparisonCriterion comparison => Section(comparison.Left),
        CompoundCriterion compound => Section(compound.Parts[0]),
        _ => "metrics",
    };

    /// <summary>The section of the HTML report that an expression is about.</summary>
    public static string? Section(Expression expression) => expression switch
    {
        NameExpression name when CheckNames.WordsOf(name.Name) is not null => null,
        NameExpression name when DriftNames.WordsOf(name.Name) is not null => "drift",
        NameExpression { Name: var name } => MetricWords.Section(name[(name.LastIndexOf('.') + 1)..]),
        NegateExpression negate => Section(negate.Operand),
        ArithmeticExpression { Left: NumberExpression } sum => Section(sum.Right),
        ArithmeticExpression sum when sum.Right is NumberExpression => Section(sum.Left),
        CallExpression { Arguments: [var first, ..] } call => call.Function == "slices" ? "slices" : Section(first.Value),
        MemberExpression member => Section(member.Target),
        _ => "metrics",
    };

    /// <summary>What is said where '@' asks for an interval that there is not.</summary>
    public static string NoInterval =>
        "this combination has no interval for '@'; compare one metric, or a metric with the same one of another model";

    private string Against(bool? holds, bool hasInterval) => holds switch
    {
        true => $", {gate.Comparison.Words()} {LimitText}",
        false => $" is not {gate.Comparison.Symbol()} {LimitText}",
        null when !hasInterval => $": {noInterval ?? NoInterval}",
        null => $": the {gate.Confidence!.Source} interval straddles {LimitText}",
    };

    private string Observed()
    {
        var value = left.Value!.Value;
        var decimals = _unit.Decimals(value, limit);
        var number = IsDifference ? _unit.Signed(value, decimals) : _unit.Of(value, decimals);
        return number + Brackets(observed, decimals, IsDifference);
    }

    private string Brackets(Interval? interval, int decimals, bool signed)
    {
        if (interval is not { } range)
            return "";
        return signed
            ? $" [{NumberText.Signed(_unit.Scaled(range.Low), decimals)}, {NumberText.Signed(_unit.Scaled(range.High), decimals)}]"
            : $" [{NumberText.Of(_unit.Scaled(range.Low), decimals)}, {NumberText.Of(_unit.Scaled(range.High), decimals)}]";
    }

    private static string SubjectOf(Expression expression, Quantity quantity) => expression switch
    {
        NameExpression name => CheckNames.WordsOf(name.Name) ?? DriftNames.WordsOf(name.Name) ?? Metric(name.Name),
        ArithmeticExpression { Operator: '-', Left: NameExpression own, Right: NameExpression other }
            when SameMetric(own.Name, other.Name) =>
            $"{Metric(own.Name)} minus the {other.Name.Split('.')[0].Replace('_', ' ')}'s",
        ArithmeticExpression { Operator: '/', Left: NameExpression own, Right: NameExpression other }
            when SameMetric(own.Name, other.Name) =>
            $"{Metric(own.Name)} divided by the {other.Name.Split('.')[0].Replace('_', ' ')}'s",
        CallExpression { Function: "min" or "max", Arguments: [{ Value: MemberExpression { Target: CallExpression slices } member }] } call
            =>
            Extreme(call, member, slices, quantity.Group),
        CallExpression { Function: "count", Arguments: [{ Value: CallExpression slices }] } => $"number of groups of {Column(slices)}",
        _ => $"'{expression.Source}' =",
    };

    private static string Extreme(CallExpression call, MemberExpression member, CallExpression slices, string? group)
    {
        var extreme = call.Function == "min" ? "lowest" : "highest";
        var place = group is null ? "" : $" ({(group.Length == 0 ? "empty" : group)})";
        return $"{extreme} {MetricWords.Of(member.Member)} by {Column(slices)}{place}";
    }

    private static string Column(CallExpression slices) =>
        slices.Arguments is [{ Value: TextExpression column }, ..] ? column.Value : slices.Source;

    private static bool SameMetric(string own, string other) => other.Split('.') is [_, var metric] && own.Split('.')[^1] == metric;

    private static string Metric(string name) => name.Split('.') is [var reference, var metric]
        ? $"the {reference.Replace('_', ' ')}'s {MetricWords.Of(metric)}"
        : MetricWords.Of(name);
}
