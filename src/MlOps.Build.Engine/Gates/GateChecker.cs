using MlOps.Build.Contracts;
using MlOps.Build.Engine.Gates.Expressions;
using MlOps.Build.Engine.Gates.Names;
using MlOps.Build.Engine.Yaml;

namespace MlOps.Build.Engine.Gates;

/// <summary>Checks whole gates before anything runs: their comparisons, confidences and conditions.</summary>
internal sealed class GateChecker(GateScope scope, MistakeReport report)
{
    private readonly ExpressionChecker _sums = new(scope, report);

    /// <summary>False when a mistake was reported.</summary>
    public bool Check(GateExpression gate) => Check(gate.Criterion) && gate.Conditions.All(Check);

    private bool Check(Criterion criterion) => criterion switch
    {
        CompoundCriterion compound => compound.Parts.All(Check),
        ComparisonCriterion comparison => Check(comparison),
        _ => false,
    };

    private bool Check(ComparisonCriterion comparison)
    {
        var left = _sums.RequireNumber(comparison.Left);
        var right = _sums.RequireNumber(comparison.Right);
        return left is { } one && right is { } other
            && _sums.RequireFit(comparison.Left, one.Dimension, comparison.Right, other.Dimension) is not null
            && CheckConfidence(comparison);
    }

    private bool CheckConfidence(ComparisonCriterion comparison)
    {
        if (comparison.Confidence is not { } confidence)
            return true;
        if (comparison.Comparison is Comparison.Equal or Comparison.Different)
            report(GateCodes.WrongKind, confidence.Start, "an interval cannot show equality; use '@' with >=, <=, > or <");
        else if (Math.Abs(confidence.Value - scope.Confidence) > 1e-9)
            report(GateCodes.WrongConfidence, confidence.Start, WrongConfidence(confidence));
        else
            return true;
        return false;
    }

    private string WrongConfidence(NumberExpression confidence) =>
        $"intervals have a confidence of {NumberText.Percent(scope.Confidence)}, not {confidence.Source}; write "
        + $"'@ {NumberText.Percent(scope.Confidence)}', or set 'evaluation: confidence:' in training-config.yaml";

    private bool Check(ConditionTest test)
    {
        if (!GateConditions.All.Contains(test.Name))
        {
            var suggestion = DidYouMean.Sentence(test.Name, GateConditions.All);
            var known = string.Join(", ", GateConditions.All);
            report(GateCodes.UnknownCondition, test.Start, $"'{test.Name}' is no condition.{suggestion} Known are: {known}.");
            return false;
        }

        if (GateConditions.Misuse(test) is not { } misuse)
            return true;
        report(GateCodes.UnknownCondition, test.Start, misuse);
        return false;
    }
}
