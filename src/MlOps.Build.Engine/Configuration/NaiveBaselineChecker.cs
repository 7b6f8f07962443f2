using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that naive baselines fit the task and the split.</summary>
internal static class NaiveBaselineChecker
{
    public static void Check(TrainingConfig config, DiagnosticBag diagnostics)
    {
        foreach (var baseline in config.Evaluation.Baselines)
        {
            if (Problem(config, baseline) is { } problem)
                diagnostics.Error(EvaluationCodes.BaselineDoesNotFit, problem, config.PositionOf("evaluation.baselines"));
        }
    }

    private static string? Problem(TrainingConfig config, NaiveBaselineConfig baseline)
    {
        if (config.Task != LearningTask.Regression)
            return $"the baseline '{baseline.Name}' is a number; 'task' is not regression. Remove it: class shares are there anyway.";
        return baseline.Kind != NaiveBaselineKind.Median && config.Split.Method != SplitMethod.Time
            ? $"the baseline '{baseline.Name}' needs a split by time, or the rows have no order. Write 'split: {{ by: time, column: … }}'."
            : null;
    }
}
