using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Gates.Values;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary>Such as <c>disparate_impact("column")</c>: how differently the groups of a column are treated.</summary>
internal sealed class FairnessFunction(string name) : IGateFunction
{
    public string Name => name;

    public string Usage => $"'{name}(\"column\")'";

    public ValueKind? Check(CallExpression call, ExpressionChecker checker)
    {
        if (call.Arguments is not [{ Name: null, Value: TextExpression column }])
            return checker.Mistake(GateCodes.WrongKind, call.Start, $"write {Usage}");
        if (checker.Scope.Task != LearningTask.Binary)
            return checker.Mistake(GateCodes.WrongKind, call.Start, $"'{name}' needs a binary task");
        return checker.Scope.FairnessColumns is { } known && !known.Contains(column.Value)
            ? checker.Mistake(GateCodes.UnknownSlice, column.Start, Unknown(column.Value, known))
            : ValueKind.Number;
    }

    public GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator)
    {
        var column = ((TextExpression)call.Arguments[0].Value).Value;
        if (evaluator.Facts.Evaluation.Fairness.FirstOrDefault(item => item.Column == column) is not { } fairness)
            return Quantity.Undefined($"fewer than two groups of '{column}' are large enough to be compared");
        return fairness.Metrics.FirstOrDefault(metric => metric.Name == name) is { } metric
            ? MetricNames.Measured(metric, call.Source, null, null)
            : Quantity.Undefined($"'{name}' was not measured");
    }

    private static string Unknown(string column, IReadOnlyList<string> known)
    {
        var declared = known.Count == 0 ? "declare it" : $"Declared are: {string.Join(", ", known)}; add it";
        return $"the groups of '{column}' are not compared.{DidYouMean.Sentence(column, known)} {declared} in training-config.yaml, 'evaluation: fairness:'";
    }
}
