using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Configuration;

/// <summary>Checks that there are numbers to give intervals with.</summary>
internal static class IntervalChecker
{
    public static void Check(TrainingConfig config, DiagnosticBag diagnostics)
    {
        if (config.Intervals is null || config.Task == LearningTask.Regression)
            return;
        var task = TrainingConfigReader.Tasks.First(known => known.Value == config.Task).Key;
        diagnostics.Error(
            TrainingCodes.IntervalTask,
            $"'intervals' gives an interval with each predicted number, and the task is '{task}'. Remove it.",
            config.PositionOf("intervals"));
    }
}
