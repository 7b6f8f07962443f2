using System.Globalization;
using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Values;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Gates.Functions;

/// <summary><c>slices("column", rows: 100, positives: 30)</c>: the groups of a column with at least so many (positive) test rows.</summary>
internal sealed class SlicesFunction : IGateFunction
{
    public string Name => "slices";

    public string Usage => "'slices(\"column\", rows: 100, positives: 30)'";

    public ValueKind? Check(CallExpression call, ExpressionChecker checker)
    {
        if (call.Arguments is not [{ Name: null, Value: TextExpression column }, ..])
            return checker.Mistake(GateCodes.WrongKind, call.Start, $"write {Usage}");
        if (checker.Scope.SliceColumns is { } known && !known.Contains(column.Value))
            return checker.Mistake(GateCodes.UnknownSlice, column.Start, Unknown(column.Value, known));
        var minimums = call.Arguments.Skip(1).ToList();
        if (minimums.FirstOrDefault(argument => minimums.First(other => other.Name == argument.Name) != argument) is { } again)
            return checker.Mistake(GateCodes.WrongKind, again.Start, $"'{again.Name}:' is given twice");
        return minimums.All(argument => Minimum(argument, checker)) ? ValueKind.Slices : null;
    }

    public GateValue Evaluate(CallExpression call, ExpressionEvaluator evaluator)
    {
        var column = ((TextExpression)call.Arguments[0].Value).Value;
        var (rows, positives) = (Argument(call, "rows"), Argument(call, "positives"));
        var slices = evaluator.Facts.Evaluation.Slices
            .Where(slice => slice.Column == column && slice.Rows >= rows && slice.Positives >= positives)
            .ToList();
        return new SliceSet(slices, Empty(column, rows, positives, evaluator.Facts.Evaluation));
    }

    private bool Minimum(Argument argument, ExpressionChecker checker)
    {
        if (argument.Name is not ("rows" or "positives"))
            checker.Mistake(GateCodes.WrongKind, argument.Start, $"write {Usage}");
        else if (argument.Value is not NumberExpression { Dimension: Dimension.None })
            checker.Mistake(GateCodes.WrongKind, argument.Value.Start, $"write a plain number, such as '{argument.Name}: 30'");
        else if (argument.Name == "positives" && checker.Scope.Task != LearningTask.Binary)
            checker.Mistake(GateCodes.WrongKind, argument.Start, "'positives:' needs a binary task; use 'rows:'");
        else
            return true;
        return false;
    }

    private static double Argument(CallExpression call, string name) =>
        call.Arguments.LastOrDefault(argument => argument.Name == name)?.Value is NumberExpression number ? number.Value : 0;

    private static string Unknown(string column, IReadOnlyList<string> known)
    {
        var suggestion = DidYouMean.Sentence(column, known);
        return known.Count == 0
            ? $"'{column}' makes no slices; declare it in training-config.yaml, 'evaluation: slices:'"
            : $"'{column}' makes no slices.{suggestion} Declared are: {string.Join(", ", known)}; add it to 'evaluation: slices:'";
    }

    private static string Empty(string column, double rows, double positives, EvaluationSummary evaluation)
    {
        if (evaluation.Slices.All(slice => slice.Column != column))
            return $"the evaluation has no group of '{column}'";
        var wanted = new List<string>();
        if (rows > 0)
            wanted.Add(string.Create(CultureInfo.InvariantCulture, $"{rows} test rows"));
        if (positives > 0)
            wanted.Add(string.Create(CultureInfo.InvariantCulture, $"{positives} positive test rows"));
        return $"no group of '{column}' has {string.Join(" and ", wanted)}";
    }
}
